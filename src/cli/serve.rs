//! `kehoach serve`

use super::args::ServeTask;
use super::build::SHOWN_OF_EACH_CODE;
use super::console::{self, Limit};
use super::words::Words;
use super::{Exit, language};
use crate::diag::io_reason;
use crate::lang::Lang;
use crate::outline::SiteOptions;
use crate::preview::{self, Address, News, Options, Source};
use std::io;
use std::process::{Command, Stdio};

/// Shows the site for as long as the program runs.
pub fn run(task: &ServeTask, wanted: Option<Lang>) -> Exit {
    let words = Words::new(language::choose(wanted, None));
    let (listener, address) = match preview::listen(task.host, task.port) {
        Ok(listening) => listening,
        Err(error) => return cannot_listen(task.port, &error, words),
    };
    if task.port != 0 && address.port != task.port {
        console::tell(&format!("{}\n", words.port_busy(&task.port.to_string(), &address.port.to_string())));
    }
    // Who started it for its effect and reads nothing is served all the same.
    let _ = console::print(&addresses(task, &address, words));
    if task.open {
        open(&address.here);
    }
    let options = Options {
        dir: task.dir.clone(),
        site: SiteOptions { base_url: task.base_url.clone(), portable: false },
        as_of: task.as_of,
        source: if task.poll { Source::Poll } else { Source::Events },
        editor: task.editor.clone(),
        lang: language::choose,
        wanted,
        tell,
    };
    match preview::serve(options, listener) {
        Ok(()) => Exit::Fine,
        Err(error) => cannot_listen(address.port, &error, words),
    }
}

fn addresses(task: &ServeTask, address: &Address, words: Words) -> String {
    let mut lines = format!("{}\n", words.serving(&address.here));
    if !task.host.is_loopback() {
        let line = match &address.network {
            Some(network) => words.serving_network(network),
            None => words.no_network(&address.port.to_string()),
        };
        lines.push_str(&line);
        lines.push('\n');
    }
    lines
}

fn cannot_listen(port: u16, error: &io::Error, words: Words) -> Exit {
    let reason = words.cannot_listen(&port.to_string(), io_reason(error).in_lang(words.lang()));
    console::tell(&format!("{} {reason}\n", console::error_label(words)));
    Exit::Output
}

fn tell(news: &News, lang: Lang) {
    let words = Words::new(lang);
    match news {
        News::Read { report, sources, took } => {
            if !report.diagnostics.is_empty() {
                console::show(report, sources, words, Limit::EachCode(SHOWN_OF_EACH_CODE));
            }
            let line = match report.has_errors() {
                true => words.still_shown().to_owned(),
                false => words.up_to_date(&took.as_millis().to_string()),
            };
            console::tell(&format!("{line}\n"));
        }
        News::PageFailed { report, sources } => {
            console::show(report, sources, words, Limit::EachCode(SHOWN_OF_EACH_CODE));
            console::tell(&format!("{}\n", words.still_shown()));
        }
        News::Panicked => console::tell(&format!("{}\n", words.panicked())),
        News::Polling => console::tell(&format!("{}\n", words.polling())),
    }
}

/// Asks the system to show an address. That it cannot is no reason to stop: the address has been printed.
fn open(address: &str) {
    let mut command = match std::env::consts::OS {
        "macos" => Command::new("open"),
        "windows" => {
            let mut command = Command::new("rundll32");
            command.arg("url.dll,FileProtocolHandler");
            command
        }
        _ => Command::new("xdg-open"),
    };
    let started = command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if let Ok(mut child) = started {
        std::thread::spawn(move || child.wait());
    }
}
