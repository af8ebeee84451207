//! The program: see the library for the way of the data.

use std::process::ExitCode;

fn main() -> ExitCode {
    kehoach::cli::run(std::env::args_os())
}
