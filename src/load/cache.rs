//! Plans and tables as they were decoded last: a file of the same bytes at the same place need not be decoded again.
//!
//! What a decoder gives follows from the text, the languages of the site and the number by which spans name the file. Where all
//! three are the same, so are the plan, what was said about it and what is broken in it.

use super::decode::Broken;
use super::plan_file::PlanFile;
use super::raw::RawReported;
use crate::diag::{Diagnostic, FileId, Files};
use crate::lang::Lang;
use crate::world::Version;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What earlier runs of the same program have decoded.
#[derive(Debug, Default)]
pub struct Cache {
    texts: HashMap<String, Text>,
    plans: HashMap<String, Known>,
    tables: HashMap<String, KnownTable>,
}

#[derive(Debug)]
struct Text {
    text: Arc<str>,
    version: Option<Version>,
}

/// A plan that was decoded, and all that came of it.
#[derive(Debug)]
pub(super) struct Known {
    pub from: From,
    pub plan: Option<Arc<PlanFile>>,
    pub said: Vec<Diagnostic>,
    pub broken: Broken,
}

/// What it was decoded from.
#[derive(Debug, Clone)]
pub(super) struct From {
    pub file: FileId,
    pub text: Arc<str>,
    pub langs: Vec<Lang>,
    pub langs_known: bool,
}

/// A table that was decoded, and all that came of it.
#[derive(Debug)]
pub(super) struct KnownTable {
    pub from: TableFrom,
    pub rows: Arc<Vec<RawReported>>,
    pub said: Vec<Diagnostic>,
    pub broken: Broken,
    /// Its texts, with the names of its cells.
    pub sources: Files,
}

/// What it was decoded from.
#[derive(Debug)]
pub(super) struct TableFrom {
    /// Unknown of a file that was written just now: such a one is read again.
    pub version: Option<Version>,
    pub plan: Arc<PlanFile>,
    pub langs: Vec<Lang>,
}

impl From {
    fn is(&self, other: &From) -> bool {
        (self.file, self.langs_known) == (other.file, other.langs_known)
            && self.langs == other.langs
            && (Arc::ptr_eq(&self.text, &other.text) || self.text == other.text)
    }
}

impl Cache {
    /// The text of a file that is of the same version as when it was read.
    pub(super) fn text_of(&self, path: &str, version: &Version) -> Option<Arc<str>> {
        let same = |text: &&Text| text.version.as_ref() == Some(version);
        self.texts.get(path).filter(same).map(|text| Arc::clone(&text.text))
    }

    /// The text of a file, if it was read from just these bytes, which have this version now.
    pub(super) fn text_from(&mut self, path: &str, bytes: &[u8], version: Option<&Version>) -> Option<Arc<str>> {
        let text = self.texts.get_mut(path).filter(|text| text.text.as_bytes() == bytes)?;
        text.version = version.cloned();
        Some(Arc::clone(&text.text))
    }

    /// Keeps the text of a file that is as its bytes are: no mark, line end or letter was read as another one.
    pub(super) fn keep_text(&mut self, path: &str, text: &Arc<str>, version: Option<Version>) {
        self.texts.insert(path.to_owned(), Text { text: Arc::clone(text), version });
    }

    pub(super) fn plan(&self, path: &str, from: &From) -> Option<&Known> {
        self.plans.get(path).filter(|known| known.from.is(from))
    }

    pub(super) fn keep_plan(&mut self, path: &str, known: Known) {
        self.plans.insert(path.to_owned(), known);
    }

    pub(super) fn table(&self, path: &str, from: &TableFrom) -> Option<&KnownTable> {
        let same = |known: &&KnownTable| {
            let known = &known.from;
            from.version.is_some()
                && known.version == from.version
                && Arc::ptr_eq(&known.plan, &from.plan)
                && known.langs == from.langs
        };
        self.tables.get(path).filter(same)
    }

    /// A table as it was kept last.
    pub(super) fn last_table(&self, path: &str) -> Option<&KnownTable> {
        self.tables.get(path)
    }

    pub(super) fn keep_table(&mut self, path: &str, known: KnownTable) {
        self.tables.insert(path.to_owned(), known);
    }

    /// Forgets what is not among these files of the content, by their paths there.
    pub(super) fn forget_all_but(&mut self, files: &BTreeSet<String>) {
        let inside = |path: &str| path.split_once('/').is_some_and(|(_, inside)| files.contains(inside));
        self.texts.retain(|path, _| inside(path));
        self.plans.retain(|path, _| files.contains(path));
        self.tables.retain(|path, _| files.contains(path));
    }
}
