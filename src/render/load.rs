//! Reading the files of a theme: its own under the site's `themes/`, and those of the built-in one.

use super::engine::{BUILT_IN, Languages};
use super::errors::Templates;
use super::strings::{Entry, Pattern, Strings};
use crate::diag::{Arg, Code, Diagnostic, FileId, Report, Sources, io_reason};
use crate::lang::Lang;
use crate::model::{Site, SiteLanguage};
use crate::world::World;
use crate::yaml;
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The theme that is part of the program, so that a portal needs none of its own.
#[derive(RustEmbed)]
#[folder = "themes/default/"]
struct BuiltIn;

/// How the built-in theme is called; every other theme falls back to it.
const DEFAULT: &str = "default";

/// Files that are published as they are, by their path in the site.
pub(super) type Statics = BTreeMap<String, Cow<'static, [u8]>>;

/// Reads the files of a theme and of the built-in one.
pub(super) struct Loader<'a> {
    world: &'a dyn World,
    theme: &'a str,
    /// The paths of the theme's own files, inside its folder.
    own: Vec<String>,
    /// Where texts are kept, so that what is wrong in them can be shown.
    pub(super) sources: &'a mut Sources,
    /// What is wrong.
    pub(super) report: &'a mut Report,
}

impl<'a> Loader<'a> {
    /// The files of this theme; an error if there is no such theme.
    pub(super) fn new(
        world: &'a dyn World,
        site: &'a Site,
        sources: &'a mut Sources,
        report: &'a mut Report,
    ) -> Option<Loader<'a>> {
        let theme = site.theme.as_str();
        let folder = format!("themes/{theme}");
        let listed = world.list(&folder);
        for (path, why) in &listed.refused {
            report.push(Diagnostic::nowhere(Code::UnreadableFile).arg("path", path).arg("reason", why));
        }
        let files = listed.files;
        if files.is_empty() && theme != DEFAULT {
            let unknown = site
                .theme_span
                .map_or(Diagnostic::nowhere(Code::UnknownTheme), |span| Diagnostic::at(Code::UnknownTheme, span));
            report.push(unknown.arg("theme", theme));
            return None;
        }
        let inside = |path: &String| path.strip_prefix(&folder)?.strip_prefix('/').map(str::to_owned);
        let own = files.iter().filter_map(inside).collect();
        Some(Loader { world, theme, own, sources, report })
    }

    /// Templates: the built-in ones under `default/`, the theme's own under their names.
    pub(super) fn templates(&mut self) -> Templates {
        let mut templates = Templates::new();
        for path in BuiltIn::iter().filter(|path| path.starts_with("templates/")) {
            if let Some(file) = built_in(&path, self.sources, self.report) {
                templates.insert(path.replacen("templates/", BUILT_IN, 1), file);
            }
        }
        let own = [".html", ".svg"].map(|end| self.own_under("templates/", end));
        for path in own.into_iter().flatten() {
            if let Some(file) = self.own_source(&path) {
                templates.insert(path.replacen("templates/", "", 1), file);
            }
        }
        templates
    }

    /// Static files: the theme's own in place of built-in ones.
    pub(super) fn statics(&mut self) -> Statics {
        let is_static = |path: &Cow<str>| path.starts_with("static/");
        let built_in = BuiltIn::iter().filter(is_static);
        let mut files: Statics = built_in.filter_map(|p| Some((p.to_string(), BuiltIn::get(&p)?.data))).collect();
        for path in self.own_under("static/", "") {
            if let Some(bytes) = self.read_own(&path) {
                files.insert(path, Cow::Owned(bytes));
            }
        }
        files
    }

    /// The strings of every language. A string that a language lacks is reported, and taken from the site's first
    /// language, or else from the built-in Vietnamese.
    pub(super) fn languages(&mut self, languages: &[SiteLanguage]) -> Languages {
        let mut entries: Vec<_> = languages.iter().map(|l| self.strings(l.lang)).collect();
        let vietnamese = languages.iter().position(|l| l.lang == Lang::VI).map(|at| entries[at].clone());
        let last = vietnamese.unwrap_or_else(|| built_in_strings(Lang::VI, self.sources, self.report));
        let keys: BTreeSet<String> = entries.iter().flatten().chain(&last).map(|(key, _)| key.clone()).collect();
        for (language, entries) in languages.iter().zip(&entries) {
            self.report_missing(language, entries, &keys);
        }
        let first = entries.first().cloned().unwrap_or_default();
        for entries in &mut entries {
            entries.extend(first.iter().chain(&last).cloned());
        }
        let complete = languages.iter().zip(entries).map(|(l, entries)| (l.lang, Strings::new(l.lang, entries)));
        Arc::new(complete.collect())
    }

    fn report_missing(&mut self, language: &SiteLanguage, entries: &[(String, Entry)], keys: &BTreeSet<String>) {
        let theme = self.theme;
        let said = |missing: Diagnostic| {
            missing.arg("theme", theme).arg("language", &language.name).arg("code", language.lang.code())
        };
        if entries.is_empty() {
            let code = Code::MissingStrings;
            self.report.push(said(language.span.map_or(Diagnostic::nowhere(code), |span| Diagnostic::at(code, span))));
            return;
        }
        let have: BTreeSet<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
        for key in keys.iter().filter(|key| !have.contains(key.as_str())) {
            self.report.push(said(Diagnostic::nowhere(Code::MissingString).arg("key", key)));
        }
    }

    /// The theme's own strings of a language, then the built-in ones.
    fn strings(&mut self, lang: Lang) -> Vec<(String, Entry)> {
        let path = format!("strings/{lang}.yaml");
        let own = if self.own.contains(&path) { self.own_source(&path) } else { None };
        let mut entries = own.map_or_else(Vec::new, |file| entries(file, self.sources, self.report));
        entries.extend(built_in_strings(lang, self.sources, self.report));
        entries
    }

    fn own_under(&self, folder: &str, end: &str) -> Vec<String> {
        self.own.iter().filter(|path| path.starts_with(folder) && path.ends_with(end)).cloned().collect()
    }

    fn own_source(&mut self, path: &str) -> Option<FileId> {
        let bytes = self.read_own(path)?;
        yaml::decode(&format!("themes/{}/{path}", self.theme), bytes, self.sources, self.report)
    }

    fn read_own(&mut self, path: &str) -> Option<Vec<u8>> {
        let path = format!("themes/{}/{path}", self.theme);
        match self.world.read(&path) {
            Ok(bytes) => Some(bytes),
            Err(error) => {
                self.report.push(
                    Diagnostic::nowhere(Code::UnreadableFile).arg("path", &path).arg("reason", io_reason(&error)),
                );
                None
            }
        }
    }
}

fn built_in(path: &str, sources: &mut Sources, report: &mut Report) -> Option<FileId> {
    let file = BuiltIn::get(path)?;
    yaml::decode(&format!("themes/{DEFAULT}/{path}"), file.data.into_owned(), sources, report)
}

/// The built-in strings of a language; none where it has none.
pub(super) fn built_in_strings(lang: Lang, sources: &mut Sources, report: &mut Report) -> Vec<(String, Entry)> {
    let file = built_in(&format!("strings/{lang}.yaml"), sources, report);
    file.map_or_else(Vec::new, |file| entries(file, sources, report))
}

fn entries(file: FileId, sources: &Sources, report: &mut Report) -> Vec<(String, Entry)> {
    let mut entries = Vec::new();
    if let Some(root) = yaml::parse(sources, file, report) {
        flatten(&root, "", &mut entries, report);
    }
    entries
}

/// Nested keys become `outer.inner`; a map of `one` and `other` is one entry.
fn flatten(node: &yaml::Node, key: &str, entries: &mut Vec<(String, Entry)>, report: &mut Report) {
    match &node.kind {
        yaml::Kind::Scalar(scalar) if !key.is_empty() => {
            entries.push((key.to_owned(), Entry::Text(Pattern::parse(&scalar.text))));
        }
        yaml::Kind::Map(fields) => {
            if let Some(entry) = count(fields) {
                entries.push((key.to_owned(), entry));
                return;
            }
            for (name, value) in fields {
                let inner = if key.is_empty() { name.text.to_string() } else { format!("{key}.{}", name.text) };
                flatten(value, &inner, entries, report);
            }
        }
        _ => {
            let expected = Arg::each("một chuỗi hoặc các khóa con", "a text or keys below it");
            let hint = Arg::each("Viết `khóa: chuỗi`.", "Write `key: text`.");
            let wrong = Diagnostic::at(Code::WrongShape, node.span).arg("expected", expected);
            report.push(wrong.arg("found", node.found()).arg("hint", hint));
        }
    }
}

fn count(fields: &[(yaml::Key, yaml::Node)]) -> Option<Entry> {
    let form = |name: &str| {
        let (_, node) = fields.iter().find(|(key, _)| &*key.text == name)?;
        let yaml::Kind::Scalar(scalar) = &node.kind else { return None };
        Some(Pattern::parse(&scalar.text))
    };
    if fields.len() != 2 {
        return None;
    }
    Some(Entry::Count { one: form("one")?, other: form("other")? })
}
