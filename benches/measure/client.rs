//! A browser that asks for pages over one connection that stays open.

use super::Program;
use std::io::{BufRead, BufReader, Read, Write};
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
        let stream = TcpStream::connect(&host).expect("it listens there");
        stream.set_nodelay(true).expect("a connection has this option");
        Preview { program, stream: BufReader::new(stream), host }
    }

    /// A file of the site, without the preview's script in it; nothing if there is no such file.
    pub fn get(&mut self, path: &str) -> Option<String> {
        let request = format!("GET /{path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        self.stream.get_mut().write_all(request.as_bytes()).expect("the preview listens");
        let status = self.line();
        let mut length = None;
        loop {
            let line = self.line().to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(number) = line.strip_prefix("content-length:") {
                length = number.trim().parse().ok();
            }
        }
        let mut body = vec![0; length.unwrap_or_else(|| panic!("{path}: {status}, of no length"))];
        self.stream.read_exact(&mut body).expect("as much as it said");
        status.contains(" 200 ").then(|| without_script(String::from_utf8_lossy(&body).into_owned()))
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.stream.read_line(&mut line).expect("the preview answers");
        assert!(line.ends_with('\n'), "the preview hung up");
        line.trim_end().to_owned()
    }
}

fn without_script(page: String) -> String {
    let Some((before, rest)) = page.split_once("<script src=\"/__kehoach/") else { return page };
    let after = rest.split_once("</script>").map_or("", |(_, after)| after);
    format!("{before}{after}")
}
