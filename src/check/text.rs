//! Texts: which languages are missing, and which web addresses are none.

use super::Checker;
use crate::diag::{Arg, Code, Diagnostic, Span};
use crate::lang::{Lang, Text};
use crate::load::{At, RawText};
use std::sync::Arc;

/// Schemes that a link may have besides our own.
pub(super) const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

impl Checker<'_> {
    /// A text; each language of the site that it lacks is reported.
    pub(super) fn text(&mut self, raw: &RawText) -> Text {
        let in_table = [".csv", ".xlsx"].iter().any(|kind| self.sources.path(raw.span.file).ends_with(kind));
        for lang in self.langs() {
            if !raw.entries.iter().any(|(l, _)| l == lang) && !raw.unreadable.contains(lang) {
                let place = match in_table {
                    true => Arg::each(
                        format!("ở cột có tên tận cùng là `_{lang}`"),
                        format!("in the column that ends in `_{lang}`"),
                    ),
                    false => Arg::each(format!("dưới `{lang}:`"), format!("under `{lang}:`")),
                };
                self.missing_language(*lang, raw.entries[0].0, place, raw.span);
            }
        }
        raw.text(self.langs())
    }

    /// A text that may be just as printed, in the plan's own language alone.
    pub(super) fn printed(&mut self, raw: &RawText) -> Text {
        if raw.plain { raw.text(self.langs()) } else { self.text(raw) }
    }

    /// `place` says where the translation goes.
    pub(super) fn missing_language(&mut self, missing: Lang, shown: Lang, place: Arg, span: Span) {
        let (language, shown) = (self.language_name(missing), self.language_name(shown));
        self.report.push(
            Diagnostic::at(Code::MissingLanguage, span)
                .arg("language", language)
                .arg("shown", shown)
                .arg("place", place),
        );
    }

    fn language_name(&self, lang: Lang) -> Arg {
        match lang {
            Lang::VI => Arg::each("tiếng Việt", "Vietnamese"),
            Lang::EN => Arg::each("tiếng Anh", "English"),
            other => {
                let mut languages = self.raw.site.iter().flat_map(|site| &site.languages);
                let named = languages.find(|l| &*l.code.value == other.code());
                let name = named.map_or_else(|| other.to_string(), |l| l.name.clone());
                let vi =
                    if name.starts_with("Tiếng ") { name.replacen('T', "t", 1) } else { format!("tiếng {name}") };
                Arg::each(vi, name)
            }
        }
    }

    /// The address of a page elsewhere.
    pub(super) fn web_address(&mut self, at: &At<Arc<str>>) -> String {
        if !["https://", "http://"].iter().any(|scheme| at.value.len() > scheme.len() && at.value.starts_with(scheme)) {
            let hint = Arg::each(
                "Viết cả địa chỉ, bắt đầu bằng https://.",
                "Write the whole address, beginning with https://.",
            );
            self.report.push(Diagnostic::at(Code::UnknownLinkScheme, at.span).arg("link", &at.value).arg("hint", hint));
        }
        at.value.to_string()
    }
}
