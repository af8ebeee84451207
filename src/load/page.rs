//! Free pages: a head in YAML between two lines of `---`, then Markdown.

use super::decode::At;
use super::{Loader, RawPage};
use crate::diag::{Arg, Code, Diagnostic};
use crate::lang::Lang;
use crate::model::Id;
use crate::yaml::{self, Kind, Node};

/// The languages that a site names, as far as they can be read, and whether that is all of them: the other files need
/// them even if `site.yaml` is broken. None if not one can be read.
pub(super) fn languages(site: &Node) -> Option<(Vec<Lang>, bool)> {
    fn field<'n>(node: &'n Node, name: &str) -> Option<&'n Kind> {
        let Kind::Map(fields) = &node.kind else { return None };
        fields.iter().find(|(key, _)| &*key.text == name).map(|(_, value)| &value.kind)
    }
    let Some(Kind::List(entries)) = field(site, "languages") else { return None };
    let mut langs = Vec::new();
    let mut known = true;
    for entry in entries {
        match field(entry, "code") {
            Some(Kind::Scalar(code)) if let Some(lang) = Lang::new(&code.text) => {
                if !langs.contains(&lang) {
                    langs.push(lang);
                }
            }
            _ => known = false,
        }
    }
    (!langs.is_empty()).then_some((langs, known))
}

impl Loader<'_> {
    pub(super) fn page(&mut self, path: &str, stem: &str) -> Option<RawPage> {
        let file = self.read(path)?;
        let name = stem.rsplit_once('.').and_then(|(id, lang)| {
            let lang = Lang::new(lang).filter(|lang| self.langs.contains(lang))?;
            Some((Id::new(id)?, lang))
        });
        let Some((id, lang)) = name else {
            let hint = Arg::each(
                "Đặt tên tệp là <trang>.<ngôn ngữ>.md, với mã trang không dấu và một ngôn ngữ của site.yaml: about.vi.md.",
                "Name it <page>.<language>.md, with an id and a language of site.yaml: about.vi.md.",
            );
            self.report.push(Diagnostic::at(Code::UnexpectedFile, file.whole()).arg("hint", hint));
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
        let head = self.decoder().decode(&node)?;
        let start = to + "---\n".len();
        let body = At { value: text[start..].into(), span: file.span(start, text.len()) };
        Some(RawPage { id, lang, head, body, file })
    }
}
