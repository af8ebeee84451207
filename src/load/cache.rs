//! Plans as they were decoded last: a file of the same bytes at the same place need not be decoded again.
//!
//! What a decoder gives follows from the text, the languages of the site and the number by which spans name the file. Where all
//! three are the same, so are the plan, what was said about it and what is broken in it. A file that comes or goes shifts the
//! numbers of those after it, which are then read anew.

use super::decode::Broken;
use super::plan::RawPlan;
use crate::diag::{Diagnostic, FileId};
use crate::lang::Lang;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What earlier runs of the same program have decoded.
#[derive(Debug, Default)]
pub struct Cache {
    texts: HashMap<String, Arc<str>>,
    plans: HashMap<String, Known>,
}

/// A plan that was decoded, and all that came of it.
#[derive(Debug)]
pub(super) struct Known {
    pub from: From,
    pub plan: Option<Arc<RawPlan>>,
    pub said: Vec<Diagnostic>,
    pub broken: Broken,
}

/// What it was decoded from.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct From {
    pub file: FileId,
    pub text: Arc<str>,
    pub langs: Vec<Lang>,
    pub langs_known: bool,
}

impl Cache {
    /// The text of a file, if it was read from just these bytes.
    pub(super) fn text(&self, path: &str, bytes: &[u8]) -> Option<Arc<str>> {
        self.texts.get(path).filter(|text| text.as_bytes() == bytes).cloned()
    }

    /// Keeps the text of a file that is as its bytes are: no mark, line end or letter was read as another one.
    pub(super) fn keep_text(&mut self, path: &str, text: &Arc<str>) {
        self.texts.insert(path.to_owned(), Arc::clone(text));
    }

    pub(super) fn plan(&self, path: &str, from: &From) -> Option<&Known> {
        self.plans.get(path).filter(|known| known.from == *from)
    }

    pub(super) fn keep_plan(&mut self, path: &str, known: Known) {
        self.plans.insert(path.to_owned(), known);
    }

    /// Forgets what is not among these files of the content, by their paths there.
    pub(super) fn forget_all_but(&mut self, files: &BTreeSet<String>) {
        let inside = |path: &str| path.split_once('/').is_some_and(|(_, inside)| files.contains(inside));
        self.texts.retain(|path, _| inside(path));
        self.plans.retain(|path, _| files.contains(path));
    }
}
