//! The real program, and what the system knows of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The day as of which sites are made.
pub const AS_OF: &str = "2026-11-22";

/// A plan's file in a portal.
pub fn plan_file(portal: &Path, id: &str) -> PathBuf {
    portal.join("content/plans").join(id).join("plan.yaml")
}

/// The program while it runs; it ends with this value.
pub struct Program {
    pub child: Child,
    pub started: Instant,
}

impl Program {
    /// Starts it in a portal's folder.
    pub fn start(portal: &Path, args: &[&str]) -> Program {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kehoach"));
        command.args(args).args(["--as-of", AS_OF, "--lang", "en"]).current_dir(portal);
        let started = Instant::now();
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        Program { child: child.expect("cargo has built the program"), started }
    }

    /// Waits for its end; gives how long it took and its greatest memory.
    pub fn finish(mut self) -> (Duration, Memory) {
        let mut memory = self.memory();
        loop {
            if let Some(status) = self.child.try_wait().expect("it is our child") {
                assert!(status.success(), "kehoach: {status}");
                return (self.started.elapsed(), memory);
            }
            // What a program that has ended has used, nobody says.
            memory = self.memory().or(memory);
            sleep(Duration::from_millis(5));
        }
    }

    /// What it uses now, where the system tells it in `/proc`.
    pub fn memory(&self) -> Memory {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let kib = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next());
        let mib = |name| kib(name).and_then(|kib| kib.parse::<u64>().ok()).map(|kib| kib.div_ceil(1024));
        Memory { now: mib("VmRSS:"), peak: mib("VmHWM:") }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// In MiB, as far as it is known.
#[derive(Clone, Copy)]
pub struct Memory {
    pub now: Option<u64>,
    pub peak: Option<u64>,
}

impl Memory {
    fn or(self, other: Memory) -> Memory {
        Memory { now: self.now.or(other.now), peak: self.peak.or(other.peak) }
    }
}

/// As it stands in tables.
pub fn mib(memory: Option<u64>) -> String {
    memory.map_or_else(|| "-".to_owned(), |mib| format!("{mib} MiB"))
}
