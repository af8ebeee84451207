//! Free pages: a head in YAML between two lines of `---`, then Markdown.

use super::decode::At;
use super::{Loader, RawPage};
use crate::diag::{Arg, Code, Diagnostic};
use crate::lang::Lang;
use crate::model::Id;
use crate::yaml::{self, Kind, Node};

/// The languages that a site names, as far as they can be read: the other files need them even if `site.yaml` is broken.
pub(super) fn languages(site: &Node) -> Vec<Lang> {
    let field = |node: &Node, name: &str| -> Option<Kind> {
        let Kind::Map(fields) = &node.kind else { return None };
        fields.iter().find(|(key, _)| &*key.text == name).map(|(_, value)| value.kind.clone())
    };
    let Some(Kind::List(entries)) = field(site, "languages") else { return Vec::new() };
    let mut langs = Vec::new();
    for entry in &entries {
        if let Some(Kind::Scalar(code)) = field(entry, "code")
            && let Some(lang) = Lang::new(&code.text)
            && !langs.contains(&lang)
        {
            langs.push(lang);
        }
    }
    langs
}

impl Loader<'_> {
    pub(super) fn page(&mut self, path: &str, stem: &str) -> Option<RawPage> {
        let file = self.read(path)?;
        let name = stem.rsplit_once('.').and_then(|(id, lang)| {
            let lang = Lang::new(lang).filter(|lang| self.langs.contains(lang))?;
            Some((Id::new(id)?, lang))
        });
        let Some((id, lang)) = name else {
            let place = Arg::each(
                "pages/<trang>.<ngôn ngữ>.md, ví dụ pages/about.vi.md",
                "pages/<page>.<language>.md, such as pages/about.vi.md",
            );
            self.report.push(Diagnostic::at(Code::UnexpectedFile, file.whole()).arg("place", place));
            return None;
        };
        let text = self.sources.text(file).clone();
        let head = text.strip_prefix("---\n").and_then(|rest| {
            let end = if rest.starts_with("---\n") { 0 } else { rest.find("\n---\n").map(|at| at + 1)? };
            Some((4, 4 + end))
        });
        let Some((from, to)) = head else {
            let expected = Arg::each("phần đầu giữa hai dòng `---`", "a head between two lines of `---`");
            let hint = Arg::each(
                "Bắt đầu tệp bằng ba dòng: `---`, `title: ...`, `---`.",
                "Begin the file with three lines: `---`, `title: ...`, `---`.",
            );
            let first = text.lines().next().unwrap_or("").len();
            let found = Arg::each("văn bản", "text");
            self.report.push(
                Diagnostic::at(Code::WrongShape, file.span(0, first))
                    .arg("expected", expected)
                    .arg("found", found)
                    .arg("hint", hint),
            );
            return None;
        };
        let node = yaml::parse_part(self.sources, file, from, to, self.report)?;
        let head = self.decode(&node)?;
        let start = to + "---\n".len();
        let body: String = unicode_normalization::UnicodeNormalization::nfc(&text[start..]).collect();
        let body = At { value: body.into(), span: file.span(start, text.len()) };
        Some(RawPage { id, lang, head, body, file })
    }
}
