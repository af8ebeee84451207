//! Where a preview listens.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, UdpSocket};

/// So many ports are tried, one after another.
const TRIES: u16 = 100;

/// The addresses of a preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// For a browser on this computer.
    pub here: String,
    /// For a phone in the same network, where the preview listens to it and the computer has an address.
    pub network: Option<String>,
    /// The port that it has.
    pub port: u16,
}

/// Takes a port, or the next one that is free. Port 0 is any.
///
/// # Errors
/// As the system says; `AddrInUse` if none of a hundred is free.
pub fn listen(host: IpAddr, port: u16) -> io::Result<(TcpListener, Address)> {
    let mut tried = TcpListener::bind(SocketAddr::new(host, port));
    for next in (port..=u16::MAX).skip(1).take(if port == 0 { 0 } else { usize::from(TRIES) }) {
        match &tried {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                tried = TcpListener::bind(SocketAddr::new(host, next))
            }
            _ => break,
        }
    }
    let listener = tried?;
    let bound = listener.local_addr()?;
    let address = |ip| format!("http://{}/", SocketAddr::new(ip, bound.port()));
    let here = if host.is_unspecified() || host.is_loopback() { IpAddr::V4(Ipv4Addr::LOCALHOST) } else { host };
    let here = if host == IpAddr::V6(std::net::Ipv6Addr::LOCALHOST) { host } else { here };
    let network =
        (!host.is_loopback()).then(|| if host.is_unspecified() { of_network() } else { Some(host) }).flatten();
    Ok((listener, Address { here: address(here), network: network.map(address), port: bound.port() }))
}

/// The address that this computer has towards others. A datagram socket that is connected sends nothing; the address is
/// one that is set aside for examples (RFC 5737).
fn of_network() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    let ip = socket.local_addr().ok()?.ip();
    (!ip.is_loopback() && !ip.is_unspecified()).then_some(ip)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_port_leads_to_the_next_free_one() {
        let here = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let (busy, first) = listen(here, 0).unwrap();
        let (_held, second) = listen(here, first.port).unwrap();
        assert!(second.port > first.port, "{first:?} {second:?}");
        assert_eq!(first.here, format!("http://127.0.0.1:{}/", first.port));
        assert_eq!(first.network, None, "nobody else can reach it");
        drop(busy);
    }
}
