//! A browser that asks for pages over one connection that stays open.

use super::Program;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;

/// The preview of a portal, and a connection to it.
pub struct Preview {
    pub program: Program,
    stream: BufReader<TcpStream>,
    host: String,
}

impl Preview {
    /// Starts it; the first answer comes when everything has been read.
    pub fn of(portal: &Path) -> Preview {
        let mut program = Program::start(portal, &["serve", "--port", "0"]);
        let mut line = String::new();
        let out = program.child.stdout.as_mut().expect("it is piped");
        BufReader::new(out).read_line(&mut line).expect("it says where it listens");
        let host = line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).map(str::to_owned);
        let host = host.unwrap_or_else(|| panic!("no address in {line:?}"));
        let stream = connect(&host).expect("it listens there");
        Preview { program, stream, host }
    }

    /// A file of the site, without the preview's script in it; nothing if there is no such file.
    pub fn get(&mut self, path: &str) -> Option<String> {
        // A connection on which nobody has asked for long is closed.
        let answer = self.ask(path).or_else(|_| {
            self.stream = connect(&self.host)?;
            self.ask(path)
        });
        let (status, body) = answer.unwrap_or_else(|error| panic!("/{path}: {error}"));
        status.contains(" 200 ").then(|| without_script(String::from_utf8_lossy(&body).into_owned()))
    }

    /// The first line of an answer, and what follows its head.
    fn ask(&mut self, path: &str) -> io::Result<(String, Vec<u8>)> {
        let request = format!("GET /{path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        self.stream.get_mut().write_all(request.as_bytes())?;
        let status = self.line()?;
        let mut length = None;
        loop {
            let line = self.line()?.to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(number) = line.strip_prefix("content-length:") {
                length = number.trim().parse().ok();
            }
        }
        let mut body = vec![0; length.ok_or_else(|| io::Error::other("an answer of no length"))?];
        self.stream.read_exact(&mut body)?;
        Ok((status, body))
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        match self.stream.read_line(&mut line)? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(line.trim_end().to_owned()),
        }
    }
}

fn connect(host: &str) -> io::Result<BufReader<TcpStream>> {
    let stream = TcpStream::connect(host)?;
    stream.set_nodelay(true)?;
    Ok(BufReader::new(stream))
}

fn without_script(page: String) -> String {
    let Some((before, rest)) = page.split_once("<script src=\"/__kehoach/") else { return page };
    let after = rest.split_once("</script>").map_or("", |(_, after)| after);
    format!("{before}{after}")
}
