//! What is shown now: the last sound site, and what is wrong with what was written since.

use super::overlay::{panicked, problems};
use super::snapshot::{Reading, Snapshot};
use crate::diag::{Diagnostic, Report, Severity, Sources};
use crate::lang::Lang;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::watch;

/// Bytes of pages that were shown last, kept for the time when one cannot be made.
const PAGES_KEPT: usize = 64;

/// The state of a preview.
#[derive(Clone)]
pub struct State {
    /// Another one after each change that an open page should know of.
    pub number: u64,
    /// The last sound site.
    pub site: Option<Arc<Snapshot>>,
    /// What is wrong with what was read last.
    pub report: Arc<Report>,
    /// The files of that report.
    pub sources: Arc<Sources>,
    /// In which language problems are told.
    pub lang: Lang,
    /// The list of problems as HTML; empty where there are none.
    pub problems: Arc<str>,
}

/// Where a state is put up, and from where it is read.
pub struct Board {
    state: watch::Sender<Arc<State>>,
    kept: Mutex<HashMap<String, Arc<Vec<u8>>>>,
    /// Tells runs of the program apart: a page that was open before must not think that nothing has changed.
    run: u64,
}

impl Board {
    /// Without a site yet.
    pub fn new(lang: Lang) -> Board {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let state = State {
            number: 0,
            site: None,
            report: Arc::default(),
            sources: Arc::default(),
            lang,
            problems: Arc::from(""),
        };
        Board {
            state: watch::Sender::new(Arc::new(state)),
            kept: Mutex::default(),
            run: since.map_or(0, |since| since.as_millis() as u64),
        }
    }

    /// The state now.
    pub fn state(&self) -> Arc<State> {
        Arc::clone(&self.state.borrow())
    }

    /// The states from now on.
    pub fn states(&self) -> watch::Receiver<Arc<State>> {
        self.state.subscribe()
    }

    /// Puts up what was read. Without a sound site the last one stays.
    pub fn put(&self, reading: Reading, lang: Lang) {
        let Reading { sources, report, snapshot, .. } = reading;
        let problems = Arc::from(problems(&report, &sources, lang));
        let site = snapshot.map(Arc::new);
        self.state.send_modify(|state| {
            let site = site.or_else(|| state.site.clone());
            *state =
                Arc::new(State { number: state.number + 1, site, report: Arc::new(report), sources, lang, problems });
        });
    }

    /// Tells that a reading came to no end, by a mistake of the program's own. What is shown stays.
    pub fn put_panic(&self) {
        self.state.send_modify(|state| {
            let problems = Arc::from(panicked(state.lang));
            *state = Arc::new(State { number: state.number + 1, problems, ..State::clone(state) });
        });
    }

    /// Tells of a page that cannot be made, unless it was told already or newer content is shown by now. Whether it is news.
    pub fn page_failed(&self, site: &Arc<Snapshot>, failure: &Diagnostic) -> bool {
        self.state.send_if_modified(|state| {
            let is_current = state.site.as_ref().is_some_and(|current| Arc::ptr_eq(current, site));
            // With other errors the report is of newer files, in which the failure's place is another.
            let others = state.report.diagnostics.iter();
            let readable = others.clone().all(|d| d.code == failure.code || d.code.entry().severity != Severity::Error);
            if !is_current || !readable || others.clone().any(|known| known == failure) {
                return false;
            }
            let mut report = Report { diagnostics: others.chain([failure]).cloned().collect() };
            report.sort(&state.sources);
            let problems = Arc::from(problems(&report, &state.sources, state.lang));
            let number = state.number + 1;
            *state = Arc::new(State { number, report: Arc::new(report), problems, ..State::clone(state) });
            true
        })
    }

    /// Keeps a page as it was shown.
    pub fn keep(&self, path: &str, bytes: &Arc<Vec<u8>>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= PAGES_KEPT && !kept.contains_key(path) {
            kept.clear();
        }
        kept.insert(path.to_owned(), Arc::clone(bytes));
    }

    /// A page as it was shown last.
    pub fn kept(&self, path: &str) -> Option<Arc<Vec<u8>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned()
    }

    /// The name of a state, by which an open page sees that there is another one.
    pub fn name(&self, state: &State) -> String {
        format!("{:x}-{}", self.run, state.number)
    }

    /// A state as an open page needs to know it.
    pub fn told(&self, state: &State) -> Value {
        json!({
            "state": self.name(state),
            "styles": state.site.as_ref().map(|site| site.styles.as_str()),
            "errors": state.report.count(Severity::Error),
            "lang": state.lang.code(),
            "problems": &*state.problems,
        })
    }
}
