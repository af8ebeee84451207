//! Writes a portal of invented plans: `cargo bench --bench generate -- 1000 /tmp/portal`.

mod portal;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    // Cargo adds `--bench`.
    let args: Vec<_> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let (Some(Ok(plans)), Some(folder)) = (args.first().map(|plans| plans.parse()), args.get(1)) else {
        eprintln!("usage: cargo bench --bench generate -- PLANS FOLDER");
        return ExitCode::FAILURE;
    };
    match portal::write(Path::new(folder), plans, portal::SEED) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{folder}: {error}");
            ExitCode::FAILURE
        }
    }
}
