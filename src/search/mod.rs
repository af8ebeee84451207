//! Beside render and export: the index that the page of search loads in pieces, from the entries that the outline names.
//!
//! Entries lie in blocks of some 3 KB, each of one kind and, where plans have them, of one plan. Words and pairs of words that
//! stand side by side say in which blocks they are; they lie in shards of some 2 KB in the order of the alphabet, so that
//! `index.json`, which says with what each shard begins, leads to the one that has a word. A query loads a shard for each
//! word and each pair, then the blocks that promise most. Which entries of a block match is seen in the reader's browser
//! from their texts: so nothing is cut off, and what has not been loaded yet can be.
//!
//! A word that is being typed is looked up by its beginning: up to three letters have a line of their own.

mod block;
mod runs;
mod shard;
#[cfg(test)]
mod tests;
mod words;

use crate::model::Artifact;
use crate::outline::view::{Entry, EntryKind};
use crate::outline::{Outline, Page};
use block::{Block, blocks};
use rayon::prelude::*;
use serde_json::json;
use shard::{Postings, Shards, shards};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

/// How many groups of entries are in memory at once.
const GROUPS: usize = 64;

/// Makes the files of the index that belongs to a page of search, and hands each on. They stand in the folder of the page, so
/// that two meet only where two pages do. The bytes depend on the entries alone.
pub fn files(outline: &Outline, page: &Page, take: &(dyn Fn(Artifact) + Sync)) {
    let groups: Vec<_> = outline.entry_groups().into_iter().map(|group| (group.kind, group)).collect();
    files_of(page.route.as_str(), &groups, &|group| outline.entries(page, *group), take);
}

/// As [`files`], from any groups of entries: those of a kind stand side by side, the kinds in their order.
pub fn files_of<G: Sync>(
    folder: &str,
    groups: &[(EntryKind, G)],
    entries: &(dyn Fn(&G) -> Vec<Entry> + Sync),
    take: &(dyn Fn(Artifact) + Sync),
) {
    let mut making = Making { folder, hasher: blake3::Hasher::new(), take };
    let mut postings = Postings::default();
    let (mut count, mut ends) = (0, Vec::new());
    for kind in EntryKind::ALL {
        let of_kind: Vec<&G> = groups.iter().filter(|(own, _)| own == kind).map(|(_, group)| group).collect();
        for some in of_kind.chunks(GROUPS) {
            let made: Vec<Vec<Block>> = some.par_iter().map(|group| blocks(&entries(group))).collect();
            let made: Vec<Block> = made.into_iter().flatten().collect();
            (count..).zip(&made).for_each(|(number, block)| postings.take(number, block));
            let first = count as usize;
            count += made.len() as u32;
            making.files("entries", first, made.into_iter().map(|block| block.bytes).collect());
        }
        ends.push(count);
    }
    let words = making.shards("words", shards(&postings.word_lines()));
    let pairs = making.shards("pairs", shards(&postings.pair_lines()));
    let version = making.hasher.finalize().to_hex()[..8].to_owned();
    let index = json!({ "version": version, "ends": ends, "words": words, "pairs": pairs });
    making.file("index.json", index.to_string().into_bytes());
}

struct Making<'m> {
    folder: &'m str,
    hasher: blake3::Hasher,
    take: &'m (dyn Fn(Artifact) + Sync),
}

impl Making<'_> {
    fn file(&mut self, name: &str, bytes: Vec<u8>) {
        self.hasher.update(&bytes);
        (self.take)(Artifact { path: format!("{}{name}", self.folder), bytes });
    }

    /// Files of a folder, numbered from `first` on.
    fn files(&mut self, name: &str, first: usize, files: Vec<Vec<u8>>) {
        files.iter().for_each(|bytes| _ = self.hasher.update(bytes));
        let files = files.into_par_iter().enumerate();
        files.for_each(|(at, bytes)| {
            (self.take)(Artifact { path: format!("{}{name}/{}.json", self.folder, first + at), bytes });
        });
    }

    /// With what each shard begins.
    fn shards(&mut self, name: &str, shards: Shards) -> Vec<String> {
        self.files(name, 0, shards.files);
        shards.starts
    }
}

/// The files of all languages, each language's made when the first of them is asked for.
#[derive(Debug, Default)]
pub struct OnDemand(OnceLock<Vec<(String, Files)>>);

type Files = OnceLock<HashMap<String, Arc<Vec<u8>>>>;

impl OnDemand {
    /// The file at this path of the site, if it is one of the index.
    pub fn file(&self, outline: &Outline, path: &str) -> Option<Arc<Vec<u8>>> {
        let pages = || outline.search_pages().map(|page| (page.route.as_str().to_owned(), Files::new()));
        let all = self.0.get_or_init(|| pages().collect());
        let (folder, made) = all.iter().find(|(folder, _)| path.starts_with(folder.as_str()))?;
        let page = outline.search_pages().find(|page| page.route.as_str() == folder)?;
        let made = made.get_or_init(|| {
            let made = Mutex::new(HashMap::new());
            let keep = |artifact: Artifact| {
                let mut made = made.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
                made.insert(artifact.path, Arc::new(artifact.bytes));
            };
            files(outline, page, &keep);
            made.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner())
        });
        made.get(path).cloned()
    }
}
