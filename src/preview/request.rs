//! Which requests are answered: those of this computer's browsers (or, where asked for, of the network's) for a path inside
//! the site.

use std::net::{IpAddr, SocketAddr};

/// Whether the `Host` of a request names this server. A page of another site can make its name lead here (DNS rebinding)
/// and then read what is here as its own; but it cannot make the browser send another name than its own, so a name that
/// is not ours is refused. Where the server listens to others, it may be reached by any address, but by no name.
pub fn is_ours(host: &str, listening: IpAddr) -> bool {
    let Some(name) = without_port(host) else { return false };
    if name.eq_ignore_ascii_case("localhost") {
        return true;
    }
    let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
    let address = match bare {
        Some(bare) => bare.parse::<IpAddr>().ok().filter(IpAddr::is_ipv6),
        None => name.parse::<IpAddr>().ok().filter(IpAddr::is_ipv4),
    };
    address.is_some_and(|address| address.is_loopback() || !listening.is_loopback())
}

fn without_port(host: &str) -> Option<&str> {
    let after = host.rfind(']').map_or(0, |at| at + 1);
    match host[after..].find(':') {
        None => Some(host),
        Some(colon) => {
            let port = &host[after + colon + 1..];
            (!port.is_empty() && port.bytes().all(|b| b.is_ascii_digit())).then(|| &host[..after + colon])
        }
    }
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peer {
    /// A program on this computer.
    Here,
    /// Another device.
    Elsewhere,
}

impl Peer {
    /// By its address, and that at which it reached us: whoever has ours is on this computer too.
    pub fn of(peer: SocketAddr, reached: Option<SocketAddr>) -> Peer {
        let peer = peer.ip().to_canonical();
        let same = reached.is_some_and(|reached| reached.ip().to_canonical() == peer);
        if peer.is_loopback() || same { Peer::Here } else { Peer::Elsewhere }
    }
}

/// The path inside the site that an address asks for: `ke-hoach/` for `/ke-hoach/`. `None` for whatever is no such path:
/// broken escapes, `..`, `.`, backslashes, control characters, empty folders.
pub fn inside(path: &str) -> Option<String> {
    let path = decoded(path.strip_prefix('/')?)?;
    if path.contains('\\') || path.chars().any(char::is_control) {
        return None;
    }
    let folders = path.strip_suffix('/').unwrap_or(&path);
    let plain = path.is_empty() || folders.split('/').all(|part| !matches!(part, "" | "." | ".."));
    plain.then_some(path)
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_names_are_answered() {
        let here: IpAddr = [127, 0, 0, 1].into();
        for ours in ["localhost", "localhost:8080", "LOCALHOST:1", "127.0.0.1:8080", "[::1]:8080", "127.0.0.2"] {
            assert!(is_ours(ours, here), "{ours}");
        }
        for foreign in [
            "",
            "evil.example",
            "evil.example:8080",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "192.168.1.5:8080",
            "localhost:",
            "localhost:80x",
            "[::1",
            "::1",
            "127.0.0.1@evil.example",
            "[127.0.0.1]",
            "0x7f000001",
            "2130706433",
        ] {
            assert!(!is_ours(foreign, here), "{foreign}");
        }
        let everywhere: IpAddr = [0, 0, 0, 0].into();
        assert!(is_ours("192.168.1.5:8080", everywhere) && is_ours("[fe80::1]", everywhere));
        assert!(!is_ours("evil.example", everywhere));
    }

    #[test]
    fn a_phone_is_elsewhere_whatever_it_is_called() {
        let peer = |peer: &str, reached: &str| Peer::of(peer.parse().unwrap(), reached.parse().ok());
        assert_eq!(peer("127.0.0.1:5000", "127.0.0.1:8080"), Peer::Here);
        assert_eq!(peer("[::ffff:127.0.0.1]:5000", "[::1]:8080"), Peer::Here);
        assert_eq!(peer("192.168.1.5:5000", "192.168.1.5:8080"), Peer::Here);
        assert_eq!(peer("192.168.1.9:5000", "192.168.1.5:8080"), Peer::Elsewhere);
        assert_eq!(peer("192.168.1.9:5000", ""), Peer::Elsewhere);
    }

    #[test]
    fn no_path_leads_out_of_the_site() {
        assert_eq!(inside("/").as_deref(), Some(""));
        assert_eq!(inside("/ke-hoach/").as_deref(), Some("ke-hoach/"));
        assert_eq!(inside("/files/k%E1%BA%BF%20ho%E1%BA%A1ch.pdf").as_deref(), Some("files/kế hoạch.pdf"));
        assert_eq!(inside("/a..b/...").as_deref(), Some("a..b/..."));
        for bad in [
            "",
            "a",
            "//",
            "//evil.example/",
            "/../a",
            "/a/..",
            "/a/../b",
            "/%2e%2e/a",
            "/a/%2E%2e",
            "/..%2fa",
            "/a%5c..%5cb",
            "/a\\..\\b",
            "/./a",
            "/a//b",
            "/%00",
            "/%",
            "/%4",
            "/%zz",
            "/%ff",
            "/a%0d%0ab",
        ] {
            assert_eq!(inside(bad), None, "{bad}");
        }
    }
}
