//! Markdown texts: where their links lead.

use super::text::SCHEMES;
use super::{Checker, Scope};
use crate::diag::{Arg, Code, Diagnostic, Span};
use crate::load::{RawText, Reference};
use crate::markup::{self, Flow};
use crate::model::{LinkTarget, Prose};
use std::collections::BTreeMap;

impl Checker<'_> {
    /// A paragraph with Markdown.
    pub(super) fn prose(&mut self, raw: &RawText, scope: Scope) -> Prose {
        let mut links = BTreeMap::new();
        for (_, at) in &raw.entries {
            self.links(&at.value, at.span, Flow::Inline, scope, &mut links);
        }
        let spans = raw.entries.iter().map(|(lang, at)| (*lang, at.span)).collect();
        Prose { text: self.text(raw), links: links.into(), spans }
    }

    /// Resolves the links of a Markdown text.
    pub(super) fn links(
        &mut self,
        markdown: &str,
        span: Span,
        flow: Flow,
        scope: Scope,
        into: &mut BTreeMap<String, LinkTarget>,
    ) {
        self.broken_link(markdown, span, flow);
        let source = self.sources.text(span.file);
        let end = ((span.start + span.len) as usize).min(source.len());
        let mut from = (span.start as usize).min(end);
        for found in markup::links(markdown, flow) {
            let destination = &found.destination;
            let written = source.get(from..end).and_then(|rest| rest.find(destination.as_str()));
            let place = match written {
                Some(at) if !destination.is_empty() => {
                    let start = from + at;
                    from = start + destination.len();
                    span.file.span(start, from)
                }
                _ => span,
            };
            if let Some(target) = self.link(destination, found.image, place, scope) {
                into.insert(found.destination, target);
            }
        }
    }

    /// Reports what was meant as a link and is shown as text.
    fn broken_link(&mut self, markdown: &str, span: Span, flow: Flow) {
        let Some(words) = markup::broken_link(markdown, flow) else { return };
        let source = self.sources.text(span.file);
        let (from, end) = (span.start as usize, ((span.start + span.len) as usize).min(source.len()));
        let place = source.get(from..end).and_then(|text| text.find(&words)).map(|at| from + at);
        let place = place.map_or(span, |start| span.file.span(start, start + words.len()));
        self.report.push(Diagnostic::at(Code::BrokenLink, place));
    }

    /// What a destination means; `None` after a report, or if it leads to a plan that is left out of the site.
    fn link(&mut self, destination: &str, image: bool, span: Span, scope: Scope) -> Option<LinkTarget> {
        let (scheme, rest) = destination.split_once(':').unwrap_or(("", destination));
        let reference = Reference { value: rest.into(), span };
        let beside = scheme.is_empty() && !rest.starts_with(['/', '#']) && !rest.is_empty();
        match scheme {
            _ if beside => self.attachment(rest, span, scope).map(LinkTarget::Attachment),
            "https" | "http" if image => {
                self.report.push(Diagnostic::at(Code::RemoteImage, span).arg("link", destination));
                None
            }
            _ if image => self.bad_link(destination, span),
            "hotline" => self.hotline(&reference, scope).map(LinkTarget::Hotline),
            "agency" => self.agency(&reference, scope).map(LinkTarget::Agency),
            "document" => self.cited(&reference, scope).map(LinkTarget::Document),
            "target" => {
                let (plan, measure) = self.measure_at(&reference, scope)??;
                Some(LinkTarget::Measure(plan, measure))
            }
            "plan" => self.plan_at(&reference)?.map(LinkTarget::Plan),
            "page" => self.page_at(&reference).map(LinkTarget::Page),
            "" if rest.starts_with('#') => Some(LinkTarget::Address(destination.to_owned())),
            known if SCHEMES.contains(&known) && !rest.trim_matches('/').is_empty() => {
                Some(LinkTarget::Address(destination.to_owned()))
            }
            _ => self.bad_link(destination, span),
        }
    }

    fn bad_link<T>(&mut self, destination: &str, span: Span) -> Option<T> {
        let hint = Arg::each(
            "Dùng https:, http:, mailto:, tel:; dẫn trong cổng thì hotline:, agency:, document:, target:, plan:, page:; \
             hoặc tên một tệp cạnh tệp này.",
            "Use https:, http:, mailto:, tel:; inside the portal hotline:, agency:, document:, target:, plan:, page:; \
             or the name of a file beside this one.",
        );
        let shown = if destination.is_empty() { "()" } else { destination };
        self.report.push(Diagnostic::at(Code::UnknownLinkScheme, span).arg("link", shown).arg("hint", hint));
        None
    }

    /// A file beside the content, by its path under `content/`.
    pub(super) fn attachment(&mut self, path: &str, span: Span, scope: Scope) -> Option<String> {
        let mut parts: Vec<&str> = scope.folder.split('/').filter(|part| !part.is_empty()).collect();
        let mut inside = true;
        for part in path.split('/') {
            match part {
                "." | "" => {}
                // Beside the file and below: another plan's files, or the content itself, are not for publishing.
                ".." => inside = false,
                part => parts.push(part),
            }
        }
        let full = parts.join("/");
        if !inside || !self.raw.files.contains(&full) {
            self.report.push(Diagnostic::at(Code::MissingAttachment, span).arg("path", path));
            return None;
        }
        self.attachments.insert(full.clone());
        Some(full)
    }
}
