//! How a page says and links what the model holds.

use super::dossier::Dossier;
use super::page::{Page, PageKind};
use super::route::encoded;
use super::source::Changing;
use super::view::{DateView, Link, PartnerView, PlanLink, ProseView, Words};
use super::{Outline, address, anchor};
use crate::diag::Sources;
use crate::lang::{Lang, PartialDate, Period, Text};
use crate::markup;
use crate::model::{Agency, Document, Hotline, Item, Ix, LinkTarget, Partner, Plan, Portal, Prose, Section};
use jiff::civil::Date;

/// A page as seen from inside: texts come in its language, links from its place.
#[derive(Clone, Copy)]
pub(super) struct Here<'o> {
    pub outline: &'o Outline<'o>,
    pub page: &'o Page,
    /// The files that the portal was read from, on a page that tells where things are written.
    pub sources: Option<&'o Sources>,
}

/// Texts.
impl<'o> Here<'o> {
    pub(super) fn portal(&self) -> &'o Portal {
        self.outline.portal
    }

    pub(super) fn lang(&self) -> Lang {
        self.page.lang
    }

    /// A plan with all that is known of it.
    pub(super) fn dossier(&self, ix: Ix<Plan>) -> Dossier<'o> {
        let (figures, index) = (&self.outline.figures.plans[ix.index()], &self.outline.index.plans[ix.index()]);
        Dossier { ix, plan: &self.portal()[ix], figures, index }
    }

    /// A text in the page's language, else in another, marked.
    pub(super) fn words(&self, text: &Text) -> Words {
        let (lang, text) = text.best(self.lang());
        Words { text: text.to_owned(), lang: self.foreign(lang) }
    }

    /// The language, if it is not the page's.
    pub(super) fn foreign(&self, lang: Lang) -> Option<Lang> {
        (lang != self.lang()).then_some(lang)
    }

    /// An agency by its name. On the pages of a plan or an agency another place's agency has that place behind its name,
    /// if the name alone does not say which is meant: two provinces have a "Sở Y tế" each.
    pub(super) fn agency(&self, agency: Ix<Agency>) -> Words {
        let (portal, ix) = (self.portal(), agency);
        let agency = &portal[ix];
        let mut words = self.words(&agency.name);
        let elsewhere = self.page.kind.place(portal).is_some_and(|place| place != agency.place);
        if elsewhere && self.outline.index.has_namesake(ix) {
            let (_, place) = portal[agency.place].short_name.best(words.lang.unwrap_or(self.lang()));
            words.text.push_str(&format!(" ({place})"));
        }
        words
    }

    /// Someone whom a plan names: an agency, linked, or the plan's words.
    pub(super) fn partner(&self, partner: &Partner) -> PartnerView {
        match partner {
            Partner::Agency(agency) => Agency::named(*self, *agency),
            Partner::Named(text) => PartnerView { name: self.words(text), href: None },
        }
    }

    pub(super) fn date(&self, date: PartialDate) -> DateView {
        DateView { iso: date.to_string(), text: date.format(self.lang()) }
    }

    pub(super) fn day(&self, day: Date) -> DateView {
        self.date(PartialDate::Day(day))
    }

    pub(super) fn period(&self, period: Period) -> DateView {
        let iso = match period {
            Period::Date(date) => date.to_string(),
            Period::Quarter(quarter) => format!("{:04}-Q{}", quarter.year, quarter.quarter),
        };
        DateView { iso, text: period.format(self.lang()) }
    }

    /// A section's number and heading; none where it has neither.
    pub(super) fn section(&self, section: &Section) -> Option<Words> {
        let number = section.number.as_deref();
        let Some(title) = section.title.as_ref().map(|title| self.words(title)) else {
            return number.map(|number| Words { text: number.to_owned(), lang: None });
        };
        let text = number.into_iter().chain([title.text.as_str()]).collect::<Vec<_>>().join(" ");
        Some(Words { text, ..title })
    }

    /// The sections around a paragraph, the outermost first.
    pub(super) fn sections_of(&self, plan: &Plan, item: Ix<Item>) -> Vec<Words> {
        plan.sections_of(item).into_iter().filter_map(|section| self.section(&plan[section])).collect()
    }

    /// How a paragraph is called: by number, else by its first words.
    pub(super) fn paragraph_name(&self, dossier: Dossier, item: Ix<Item>) -> Words {
        if let Some(text) = dossier.number_of(item) {
            return Words { text, lang: None };
        }
        let prose = dossier.plan[item].text.as_ref();
        prose.map_or_else(|| self.words(&dossier.plan.title), |prose| self.first_words(&prose.text))
    }

    /// Where a paragraph stands: the number of it, and the heading above it. None where it has neither.
    pub(super) fn paragraph_place(&self, dossier: Dossier, item: Ix<Item>) -> Option<Words> {
        let section = dossier.plan[item].section.map(|section| &dossier.plan[section]);
        let title = section.and_then(|section| section.title.as_ref()).map(|title| self.words(title));
        let number = dossier.number_of(item);
        let text = [number, title.as_ref().map(|title| title.text.clone())].into_iter().flatten().collect::<Vec<_>>();
        (!text.is_empty()).then(|| Words { text: text.join(" · "), lang: title.and_then(|title| title.lang) })
    }

    /// The first eight words of a text with Markdown, without the Markdown.
    pub(super) fn first_words(&self, markdown: &Text) -> Words {
        let (lang, markdown) = markdown.best(self.lang());
        let text = markup::plain(markdown);
        let mut words = text.split_whitespace();
        let mut first = words.by_ref().take(8).collect::<Vec<_>>().join(" ");
        if words.next().is_some() {
            first.push('…');
        }
        Words { text: first, lang: self.foreign(lang) }
    }

    pub(super) fn prose(&self, prose: &Prose) -> ProseView {
        let (lang, markdown) = prose.text.best(self.lang());
        let links =
            prose.links.iter().filter_map(|(written, target)| Some((written.to_owned(), self.leads_to(target)?)));
        let (links, trace) = (links.collect(), self.trace_of_prose(prose));
        ProseView { markdown: markdown.to_owned(), lang: self.foreign(lang), links, trace }
    }
}

/// Links. The 404 page is shown at any address, so its links begin at the root of the host: the path of the base address.
impl Here<'_> {
    /// From the page to the site's root.
    pub(super) fn root(&self) -> String {
        if self.is_anywhere() { self.outline.base_path().to_owned() } else { self.page.route.to_root() }
    }

    /// To a page in this page's language.
    pub(super) fn href(&self, kind: PageKind) -> String {
        self.href_in(kind, self.lang())
    }

    /// To a page in a language.
    pub(super) fn href_in(&self, kind: PageKind, lang: Lang) -> String {
        let route = address::route(self.portal(), kind, lang);
        if self.is_anywhere() {
            format!("{}{route}", self.outline.base_path())
        } else if self.outline.portable {
            self.page.route.to_file(&route)
        } else {
            self.page.route.to(&route)
        }
    }

    /// Whether the page is shown at any address. Without a server there is no such page.
    fn is_anywhere(&self) -> bool {
        self.page.kind == PageKind::NotFound && !self.outline.portable
    }

    /// To a place on a page.
    pub(super) fn href_at(&self, kind: PageKind, anchor: &str) -> String {
        let page = if kind == self.page.kind { String::new() } else { self.href(kind) };
        format!("{page}#{anchor}")
    }

    /// The whole address of a page.
    pub(super) fn url(&self, kind: PageKind, lang: Lang) -> String {
        self.outline.url(kind, lang)
    }

    /// To a file beside the content, by its path under `content/`.
    pub(super) fn file(&self, path: &str) -> String {
        format!("{}{}", self.root(), encoded(&super::attachment_path(path)))
    }

    pub(super) fn link(&self, kind: PageKind, label: Words) -> Link {
        Link { href: self.href(kind), label }
    }

    /// To a plan's overview, by its title, with where it stands in time.
    pub(super) fn plan_link(&self, ix: Ix<Plan>) -> PlanLink {
        let dossier = self.dossier(ix);
        PlanLink {
            href: self.href(PageKind::Plan(ix)),
            label: self.words(&dossier.plan.title),
            place: self.words(&self.portal()[dossier.plan.place].short_name),
            period: self.plan_period(dossier),
        }
    }

    /// To an agency's page; from the pages of a sample plan, which stays out of those, to its duties there. None from the
    /// agency's own page.
    pub(super) fn agency_href(&self, agency: Ix<Agency>) -> Option<String> {
        if self.has_page(agency) {
            let page = PageKind::Agency(agency);
            return (self.page.kind != page).then(|| self.href(page));
        }
        let plan = self.page.kind.plan().filter(|plan| self.dossier(*plan).names(agency))?;
        Some(self.href_at(PageKind::Responsibilities(plan), &anchor::agency(self.portal(), agency)))
    }

    /// To a document's entry on the page of documents; where that does not list it, to the one on the overview of the
    /// page's plan, else to its text where a source gives that.
    pub(super) fn document_href(&self, document: Ix<Document>) -> Option<String> {
        if let Some(entry) = self.document_entry_href(document) {
            return Some(entry);
        }
        match self.page.kind.plan().filter(|plan| self.dossier(*plan).cites(document)) {
            Some(plan) => Some(self.href_at(PageKind::Plan(plan), &anchor::document(self.portal(), document))),
            None => self.portal()[document].url.clone(),
        }
    }

    pub(super) fn hotline_href(&self, hotline: Ix<Hotline>) -> String {
        self.href_at(PageKind::Hotlines, &self.outline.index.hotline_anchors[hotline.index()])
    }

    /// To a section on the document page.
    pub(super) fn section_href(&self, dossier: Dossier, section: Ix<Section>) -> String {
        self.href_at(PageKind::Document(dossier.ix), &dossier.plan[section].anchor)
    }

    /// To a paragraph on the document page.
    pub(super) fn paragraph_href(&self, dossier: Dossier, item: Ix<Item>) -> String {
        self.href_at(PageKind::Document(dossier.ix), &dossier.plan[item].anchor)
    }

    fn leads_to(&self, target: &LinkTarget) -> Option<String> {
        match target {
            LinkTarget::Hotline(hotline) => Some(self.hotline_href(*hotline)),
            LinkTarget::Agency(agency) => self.agency_href(*agency),
            LinkTarget::Document(document) => self.document_href(*document),
            LinkTarget::Measure(plan, measure) => Some(self.href(PageKind::Target(*plan, *measure))),
            LinkTarget::Plan(plan) => Some(self.href(PageKind::Plan(*plan))),
            LinkTarget::Page(page) => Some(self.href(PageKind::Free(*page))),
            LinkTarget::Attachment(path) => Some(self.file(path)),
            LinkTarget::Address(address) => Some(address.clone()),
        }
    }
}
