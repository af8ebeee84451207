//! The portal itself and its free pages.

use super::{Checker, Scope};
use crate::diag::{Arg, Code, Diagnostic};
use crate::lang::{Lang, Text};
use crate::load::{At, Raw, RawPage, RawSite};
use crate::markup::Flow;
use crate::model::{Contact, FreePage, Id, Ix, Licence, Prose, Site, SiteLanguage};
use std::collections::BTreeMap;
use std::sync::Arc;

impl<'a> Checker<'a> {
    pub(super) fn site(&mut self, raw: &'a RawSite) -> Site {
        let place = self.place(&raw.place).unwrap_or(Ix::new(0));
        for (_, unit) in raw.units.iter().flat_map(|units| &units.0) {
            self.text(unit);
        }
        Site {
            title: self.text(&raw.title),
            tagline: raw.tagline.as_ref().map(|text| self.text(text)),
            base_url: self.base_url(&raw.base_url),
            languages: self.languages(raw),
            utc_offset_minutes: raw.time_zone.as_ref().map_or(VIET_NAM, |at| self.utc_offset(at)),
            theme_span: raw.theme.as_ref().map(|at| at.span),
            theme: raw.theme.as_ref().map_or_else(default_theme, |at| at.value.clone()),
            place,
            routes_span: raw.routes.iter().flat_map(|routes| routes.0.values()).map(|at| at.span).min(),
            routes: raw.routes.iter().flat_map(|r| &r.0).map(|(k, at)| (*k, at.value.to_string())).collect(),
            exit: raw.exit.as_ref().map_or_else(|| EXIT.to_owned(), |url| self.web_address(url)),
            hotline_check_days: raw.hotline_check_days.as_ref().map_or(HOTLINE_CHECK_DAYS, |days| days.0.value),
            contact: raw.contact.as_ref().map(|contact| Contact {
                name: self.text(&contact.name),
                email: contact.email.as_ref().map(|at| self.email(at)),
                phone: contact.phone.clone(),
                url: contact.url.as_ref().map(|url| self.web_address(url)),
            }),
            licence: raw.licence.as_ref().map(|licence| Licence {
                name: self.text(&licence.name),
                url: licence.url.as_ref().map(|url| self.web_address(url)),
            }),
        }
    }

    fn languages(&mut self, raw: &RawSite) -> Vec<SiteLanguage> {
        let mut languages: Vec<SiteLanguage> = Vec::new();
        for language in &raw.languages {
            let code = &language.code;
            match Lang::new(&code.value) {
                Some(lang) if languages.iter().any(|l| l.lang == lang) => {
                    self.report.push(Diagnostic::at(Code::DuplicateId, code.span).arg("id", &lang));
                }
                Some(lang) => languages.push(SiteLanguage { lang, name: language.name.clone(), span: Some(code.span) }),
                None => {
                    let hint = Arg::each("Viết mã như vi, en, tai.", "Write a code such as vi, en, tai.");
                    let diagnostic = Diagnostic::at(Code::UnknownChoice, code.span).arg("value", &code.value);
                    self.report.push(diagnostic.arg("field", "code").arg("hint", hint));
                }
            }
        }
        if languages.is_empty() {
            let what = Arg::each("site.yaml", "site.yaml");
            self.report
                .push(Diagnostic::at(Code::MissingField, raw.title.span).arg("what", what).arg("field", "languages"));
        }
        languages
    }

    fn email(&mut self, at: &At<Arc<str>>) -> String {
        let plain = |c: char| c.is_alphanumeric() || ".-_+@".contains(c);
        let halves = at.value.split_once('@');
        let whole = halves.is_some_and(|(who, host)| !who.is_empty() && host.contains('.') && !host.contains('@'));
        if !whole || !at.value.chars().all(plain) {
            self.report.push(Diagnostic::at(Code::BadEmail, at.span).arg("value", &at.value));
        }
        at.value.to_string()
    }

    fn base_url(&mut self, at: &At<Arc<str>>) -> String {
        if !is_base_url(&at.value) {
            self.report.push(Diagnostic::at(Code::BadBaseUrl, at.span).arg("value", &at.value));
        }
        at.value.to_string()
    }

    fn utc_offset(&mut self, at: &At<Arc<str>>) -> i16 {
        utc_offset(&at.value).unwrap_or_else(|| {
            self.report.push(Diagnostic::at(Code::BadTimeZone, at.span).arg("value", &at.value));
            VIET_NAM
        })
    }

    /// Free pages, by order and id; the files of a page in its languages make one.
    pub(super) fn pages(&mut self) -> Vec<FreePage> {
        let registry = self.registry;
        let mut by_id: BTreeMap<&str, Vec<&'a RawPage>> = BTreeMap::new();
        for page in &self.raw.pages {
            by_id.entry(page.id.as_str()).or_default().push(page);
        }
        let mut pages: Vec<(Ix<FreePage>, FreePage)> = Vec::new();
        for (id, mut files) in by_id {
            files.sort_by_key(|page| self.langs().iter().position(|lang| *lang == page.lang));
            let Some((ix, _)) = registry.pages.get(id) else { continue };
            pages.extend(self.page(&files).map(|page| (*ix, page)));
        }
        pages.sort_by_key(|(ix, _)| *ix);
        pages.into_iter().map(|(_, page)| page).collect()
    }

    fn page(&mut self, files: &[&'a RawPage]) -> Option<FreePage> {
        let first = files.first()?;
        let scope = Scope { plan: None, place: self.registry.home, folder: "pages" };
        for lang in self.langs() {
            if !files.iter().any(|page| page.lang == *lang) {
                let file = format!("pages/{}.{lang}.md", first.id);
                let place = Arg::each(format!("vào tệp {file}"), format!("as {file}"));
                self.missing_language(*lang, first.lang, place, first.file.whole());
            }
        }
        let mut links = BTreeMap::new();
        for page in files {
            self.links(&page.body.value, page.body.span, Flow::Blocks, scope, &mut links);
        }
        let texts = |of: &dyn Fn(&RawPage) -> Arc<str>| Text::of(files.iter().map(|page| (page.lang, of(page))));
        Some(FreePage {
            id: first.id.clone(),
            title: texts(&|page| page.head.title.0.value.clone())?,
            slug: texts(&|page| page.head.slug.as_ref().map_or(&page.id, |slug| &slug.value).as_str().into())?,
            order: first.head.order.unwrap_or(0),
            help: files.iter().any(|page| page.head.help == Some(true)),
            body: Prose {
                text: texts(&|page| page.body.value.clone())?,
                links: links.into(),
                spans: files.iter().map(|page| (page.lang, page.body.span)).collect(),
            },
            span: first.file.whole(),
        })
    }
}

/// Where the exit button leads: a page that everybody knows and that says nothing of the one who opens it.
const EXIT: &str = "https://www.google.com/";

/// After how many days a hotline shall be rung again.
const HOTLINE_CHECK_DAYS: i16 = 180;

/// Minutes from UTC of Viet Nam.
const VIET_NAM: i16 = 7 * 60;

/// Minutes from UTC: `+07`, `+07:00`, `-03:30`.
fn utc_offset(text: &str) -> Option<i16> {
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':').unwrap_or((rest, "00"));
    let number = |text: &str, most: i16| -> Option<i16> {
        let digits = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse().ok()).flatten().filter(|n| *n <= most)
    };
    Some(sign * (number(hours, 14)? * 60 + number(minutes, 59)?))
}

/// Minutes from UTC of the portal's clock, for "today": that of Viet Nam if the site does not say.
pub fn utc_offset_minutes(raw: &Raw) -> i16 {
    raw.site.as_ref().and_then(|site| utc_offset(&site.time_zone.as_ref()?.value)).unwrap_or(VIET_NAM)
}

/// Whether a text is an address that a site can stand at.
pub fn is_base_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.len() > 1
            && rest.ends_with('/')
            && !rest.starts_with('/')
            && !rest.contains(|c: char| c.is_whitespace() || matches!(c, '?' | '#' | '"' | '<' | '>'))
    })
}

fn default_theme() -> Id {
    Id::new("default").expect("made of small letters")
}
