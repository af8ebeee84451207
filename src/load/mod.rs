//! The first stage: from a [`World`] to [`Raw`] content, every leaf with its place. It decodes YAML and Markdown files
//! and goes on after a mistake, so that one run reports those of all files.

mod choice;
mod decode;
mod goal;
mod hotline;
mod leaf;
mod page;
mod plan;
mod raw;
mod report_due;
mod shape;

pub use choice::NumberState;
pub use decode::At;
pub use goal::*;
pub use hotline::*;
pub use leaf::{Cell, RawText, Reference};
pub use plan::*;
pub use raw::*;
pub use report_due::*;
pub use shape::*;

use crate::diag::{Arg, Code, Diagnostic, FileId, Report, Sources};
use crate::lang::Lang;
use crate::world::World;
use crate::yaml;
use decode::{Decode, Decoder};
use std::collections::BTreeSet;
use std::io;

/// The folder that content stands in.
pub const CONTENT: &str = "content";

/// Reads all content. Mistakes go into the report; what could be read is given back all the same.
pub fn load(world: &dyn World, sources: &mut Sources, report: &mut Report) -> Raw {
    let mut loader = Loader { world, sources, report, langs: vec![Lang::VI, Lang::EN], broken: BTreeSet::new() };
    let files = loader.list();
    let site = loader.site(&files);
    let mut raw = Raw {
        langs: loader.langs.clone(),
        site,
        places: Vec::new(),
        documents: Vec::new(),
        indicators: Vec::new(),
        plans: Vec::new(),
        pages: Vec::new(),
        files: BTreeSet::new(),
        broken: BTreeSet::new(),
    };
    for path in &files {
        loader.file(path, &mut raw);
    }
    raw.broken = loader.broken;
    raw.files = files;
    raw
}

struct Loader<'a> {
    world: &'a dyn World,
    sources: &'a mut Sources,
    report: &'a mut Report,
    langs: Vec<Lang>,
    broken: BTreeSet<String>,
}

impl Loader<'_> {
    /// Every file under `content/`, by its path there.
    fn list(&mut self) -> BTreeSet<String> {
        let listed = self.world.list(CONTENT).unwrap_or_else(|error| {
            self.unreadable(CONTENT, &error);
            Vec::new()
        });
        let prefix = format!("{CONTENT}/");
        listed.into_iter().filter_map(|path| path.strip_prefix(&prefix).map(str::to_owned)).collect()
    }

    fn unreadable(&mut self, path: &str, error: &io::Error) {
        self.report.push(Diagnostic::nowhere(Code::UnreadableFile).arg("path", path).arg("reason", error));
    }

    /// A file's text among the sources, or `None` after a report.
    fn read(&mut self, path: &str) -> Option<FileId> {
        let path = format!("{CONTENT}/{path}");
        match self.world.read(&path) {
            Ok(bytes) => yaml::decode(&path, bytes, self.sources, self.report),
            Err(error) => {
                self.unreadable(&path, &error);
                None
            }
        }
    }

    fn yaml<T: Decode>(&mut self, path: &str) -> Option<T> {
        let file = self.read(path)?;
        let node = yaml::parse(self.sources, file, self.report)?;
        self.decode(&node)
    }

    fn decode<T: Decode>(&mut self, node: &yaml::Node) -> Option<T> {
        let mut decoder =
            Decoder { sources: self.sources, report: self.report, langs: &self.langs, broken: &mut self.broken };
        T::decode(&mut decoder, node)
    }

    /// The portal itself, first of all: it says in which languages the other files are.
    fn site(&mut self, files: &BTreeSet<String>) -> Option<RawSite> {
        const SITE: &str = "site.yaml";
        if !files.contains(SITE) {
            let path = format!("{CONTENT}/{SITE}");
            self.report.push(Diagnostic::nowhere(Code::MissingFile).arg("path", &path));
            return None;
        }
        let file = self.read(SITE)?;
        let node = yaml::parse(self.sources, file, self.report)?;
        let named = page::languages(&node);
        if !named.is_empty() {
            self.langs = named;
        }
        let site: RawSite = self.decode(&node)?;
        self.format(&site.format);
        Some(site)
    }

    fn format(&mut self, format: &At<std::sync::Arc<str>>) {
        if &*format.value != "1" {
            self.report.push(Diagnostic::at(Code::UnknownFormat, format.span).arg("value", &format.value));
        }
    }

    fn file(&mut self, path: &str, raw: &mut Raw) {
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            ["site.yaml"] => {}
            ["documents.yaml"] => {
                if let Some(file) = self.yaml::<RawDocuments>(path) {
                    self.format(&file.format);
                    raw.documents = file.documents;
                }
            }
            ["indicators.yaml"] => {
                if let Some(file) = self.yaml::<RawIndicators>(path) {
                    self.format(&file.format);
                    raw.indicators = file.indicators;
                }
            }
            ["places", file] if file.ends_with(".yaml") => {
                let name = file.trim_end_matches(".yaml").to_owned();
                match self.yaml::<RawPlace>(path) {
                    Some(content) => {
                        self.format(&content.format);
                        raw.places.push(Named { name, content });
                    }
                    None => _ = self.broken.insert(name),
                }
            }
            ["plans", plan, "plan.yaml"] => {
                let name = plan.to_owned();
                match self.yaml::<RawPlan>(path) {
                    Some(content) => {
                        self.format(&content.format);
                        raw.plans.push(Named { name, content });
                    }
                    None => _ = self.broken.insert(name),
                }
            }
            ["pages", file] if file.ends_with(".md") => {
                if let Some(page) = self.page(path, file.trim_end_matches(".md")) {
                    raw.pages.push(page);
                }
            }
            _ => self.other(path, &parts),
        }
    }

    /// Attachments stand beside plans and pages; a YAML or Markdown file that nothing reads is likely misplaced.
    fn other(&mut self, path: &str, parts: &[&str]) {
        let looks_read = [".yaml", ".yml", ".md"].iter().any(|end| path.ends_with(end));
        let beside = matches!(parts, ["plans", _, ..] | ["pages", ..] if parts.len() > 1);
        if beside && !looks_read {
            return;
        }
        let place = match parts {
            [.., file] if file.ends_with(".yml") => Arg::each("đổi đuôi tệp thành .yaml", "the name must end in .yaml"),
            ["plans", ..] => Arg::each("plans/<kế hoạch>/plan.yaml", "plans/<plan>/plan.yaml"),
            _ => Arg::each("xem docs/content.md", "see docs/content.md"),
        };
        let file = self.sources.add(&format!("{CONTENT}/{path}"), "");
        self.report.push(Diagnostic::at(Code::UnexpectedFile, file.whole()).arg("place", place));
    }
}
