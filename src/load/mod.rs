//! The first stage: from a [`World`] to [`Raw`] content, every leaf with its place. It decodes YAML and Markdown files
//! and goes on after a mistake, so that one run reports those of all files.

mod braces;
mod cache;
mod choice;
mod decode;
mod describe;
mod files;
mod forms;
mod goal;
mod hotline;
mod leaf;
mod page;
mod plan;
mod plan_file;
mod plans;
mod raw;
mod reader;
mod record;
mod report_due;
mod scan;
mod shape;
mod table;
mod walk;

pub use cache::Cache;
pub use choice::NumberState;
pub use decode::{At, Broken};
pub use describe::{Field, Form, Record, Rule, Shape, Words};
pub use files::files;
pub use goal::*;
pub use hotline::*;
pub use leaf::{Between, Cell, Phrase, RawText, Reference};
pub use plan::*;
pub use plan_file::PlanFile;
pub use raw::*;
pub use report_due::*;
pub use scan::{SCAN, Scan, scans};
pub use shape::*;

use crate::diag::{Arg, Code, Diagnostic, FileId, Report, Sources, io_reason};
use crate::lang::Lang;
use crate::world::World;
use crate::yaml;
use decode::{Decode, Decoder};
use std::collections::BTreeSet;
use std::io;

/// The file of the portal itself.
const SITE: &str = "site.yaml";

/// The folder that content stands in.
pub const CONTENT: &str = "content";

/// Reads all content. Mistakes go into the report; what could be read is given back all the same.
pub fn load(world: &dyn World, sources: &mut Sources, report: &mut Report) -> Raw {
    load_again(world, sources, report, &mut Cache::default())
}

/// As [`load`], for a program that loads the same content again and again: files that are the same are not decoded anew.
pub fn load_again(world: &dyn World, sources: &mut Sources, report: &mut Report, cache: &mut Cache) -> Raw {
    let mut loader = Loader {
        world,
        cache,
        sources,
        report,
        langs: vec![Lang::VI, Lang::EN],
        langs_known: false,
        broken: Broken::default(),
    };
    let files = loader.list();
    let site = loader.site(&files);
    let mut raw = Raw {
        langs: loader.langs.clone(),
        site,
        places: Vec::new(),
        documents: Vec::new(),
        indicators: Vec::new(),
        plans: Vec::new(),
        reported: Vec::new(),
        pages: Vec::new(),
        files: BTreeSet::new(),
        broken: Broken::default(),
    };
    for path in &files {
        loader.file(path, &mut raw);
    }
    loader.plans(&files, &mut raw);
    loader.tables(&mut raw, &files);
    loader.cache.forget_all_but(&files);
    raw.broken = loader.broken;
    raw.files = files;
    raw
}

struct Loader<'a> {
    world: &'a dyn World,
    cache: &'a mut Cache,
    sources: &'a mut Sources,
    report: &'a mut Report,
    langs: Vec<Lang>,
    langs_known: bool,
    broken: Broken,
}

impl Loader<'_> {
    /// Every file under `content/`, by its path there.
    fn list(&mut self) -> BTreeSet<String> {
        let listed = self.world.list(CONTENT);
        for (path, why) in &listed.refused {
            self.report.push(Diagnostic::nowhere(Code::UnreadableFile).arg("path", path).arg("reason", why));
            self.broken.files.insert(path.clone());
        }
        let prefix = format!("{CONTENT}/");
        listed.files.into_iter().filter_map(|path| path.strip_prefix(&prefix).map(str::to_owned)).collect()
    }

    fn unreadable(&mut self, path: &str, error: &io::Error) {
        self.report.push(Diagnostic::nowhere(Code::UnreadableFile).arg("path", path).arg("reason", io_reason(error)));
    }

    /// A file's text among the sources, or `None` after a report.
    fn read(&mut self, path: &str) -> Option<FileId> {
        let path = format!("{CONTENT}/{path}");
        // Asked for before the bytes: what changes in between has another version the next time.
        let version = self.world.version(&path);
        if let Some(text) = version.as_ref().and_then(|version| self.cache.text_of(&path, version)) {
            return Some(self.sources.add(&path, text));
        }
        match self.world.read(&path) {
            Ok(bytes) => {
                if let Some(text) = self.cache.text_from(&path, &bytes, version.as_ref()) {
                    return Some(self.sources.add(&path, text));
                }
                let plain = bytes.clone();
                let file = yaml::decode(&path, bytes, self.sources, self.report)?;
                let text = self.sources.text(file);
                if text.as_bytes() == plain {
                    self.cache.keep_text(&path, text, version);
                }
                Some(file)
            }
            Err(error) => {
                self.unreadable(&path, &error);
                None
            }
        }
    }

    /// What a YAML file holds. A file that could not be read at all may hold whatever others refer to.
    fn yaml<T: Decode>(&mut self, path: &str) -> Option<T> {
        let content = self.read(path).and_then(|file| self.content(file));
        if content.is_none() {
            self.broken.files.insert(format!("{CONTENT}/{path}"));
        }
        content
    }

    fn content<T: Decode>(&mut self, file: FileId) -> Option<T> {
        self.decoder().content(file)
    }

    fn tree(&mut self, file: FileId) -> Option<yaml::Node> {
        self.decoder().tree(file)
    }

    fn decoder(&mut self) -> Decoder<'_> {
        Decoder {
            sources: self.sources,
            report: self.report,
            langs: &self.langs,
            langs_known: self.langs_known,
            broken: &mut self.broken,
            dropped: 0,
        }
    }

    /// The portal itself, first of all: it says in which languages the other files are.
    fn site(&mut self, files: &BTreeSet<String>) -> Option<RawSite> {
        let site = self.read_site(files);
        if site.is_none() {
            self.broken.files.insert(format!("{CONTENT}/{SITE}"));
        }
        site
    }

    fn read_site(&mut self, files: &BTreeSet<String>) -> Option<RawSite> {
        if !files.contains(SITE) {
            let path = format!("{CONTENT}/{SITE}");
            self.report.push(Diagnostic::nowhere(Code::MissingFile).arg("path", &path));
            return None;
        }
        let file = self.read(SITE)?;
        let node = self.tree(file)?;
        if let Some((named, known)) = page::languages(&node) {
            (self.langs, self.langs_known) = (named, known);
        }
        self.decoder().record(&node)
    }

    fn file(&mut self, path: &str, raw: &mut Raw) {
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            ["site.yaml"] => {}
            ["documents.yaml"] => {
                if let Some(file) = self.yaml::<RawDocuments>(path) {
                    raw.documents = file.documents;
                }
            }
            ["indicators.yaml"] => {
                if let Some(file) = self.yaml::<RawIndicators>(path) {
                    raw.indicators = file.indicators;
                }
            }
            ["places", file] if file.ends_with(".yaml") => {
                let name = file.trim_end_matches(".yaml").to_owned();
                match self.yaml::<RawPlace>(path) {
                    Some(content) => raw.places.push(Named { name, content }),
                    None => _ = self.broken.ids.insert(name),
                }
            }
            ["plans", _, "plan.yaml"] => {}
            ["pages", file] if file.ends_with(".md") => {
                let name = file.trim_end_matches(".md");
                match self.page(path, name) {
                    Some(page) => raw.pages.push(page),
                    None => _ = self.broken.ids.insert(name.split('.').next().unwrap_or(name).to_owned()),
                }
            }
            ["plans", _, file] if table::NAMES.contains(&file) => {}
            _ => self.other(path, &parts),
        }
    }

    /// Attachments stand beside plans and pages; a YAML or Markdown file that nothing reads is likely misplaced.
    fn other(&mut self, path: &str, parts: &[&str]) {
        let looks_read = [".yaml", ".yml", ".md"].iter().any(|end| path.ends_with(end));
        let beside = matches!(parts, ["plans", _, ..] | ["pages", ..] if parts.len() > 1);
        let table = table::misnamed(parts);
        if table.is_none() && beside && !looks_read {
            return;
        }
        let hint = match parts {
            _ if let Some(hint) = table => hint,
            [.., file] if file.ends_with(".yml") => {
                let name = format!("{}.yaml", file.trim_end_matches(".yml"));
                Arg::each(format!("Đổi tên tệp thành {name}."), format!("Rename it to {name}."))
            }
            ["plans", ..] => Arg::each(
                "Kế hoạch đặt ở plans/<kế hoạch>/plan.yaml; tệp không dùng đến thì xóa.",
                "A plan stands in plans/<plan>/plan.yaml; remove a file that is of no use.",
            ),
            _ => Arg::each(
                "docs/content.md cho biết tệp nào đặt ở đâu; tệp không dùng đến thì xóa.",
                "docs/content.md says which file stands where; remove one that is of no use.",
            ),
        };
        let file = self.sources.add(&format!("{CONTENT}/{path}"), "");
        self.report.push(Diagnostic::at(Code::UnexpectedFile, file.whole()).arg("hint", hint));
    }
}
