use super::engine::{Languages, engine, has_foreign_text, localise};
use super::errors::{Templates, while_loading, while_rendering};
use super::load::{Loader, Statics};
use crate::diag::{Diagnostic, Report, Sources};
use crate::lang::Lang;
use crate::model::{Artifact, Site};
use crate::outline::view::View;
use crate::world::World;
use std::collections::BTreeMap;
use tera::{Context, ErrorKind, Tera};

/// A theme, ready to make pages in every language of a site. Shared by all threads.
#[derive(Debug)]
pub struct Theme {
    engines: BTreeMap<Lang, Tera>,
    first: Lang,
    templates: Templates,
    statics: Statics,
}

impl Theme {
    /// The built-in theme under that which the site names: its files take the place of built-in ones, its strings key by
    /// key. `None` if no page can be made; what is wrong goes into the report.
    pub fn load(world: &dyn World, site: &Site, sources: &mut Sources, report: &mut Report) -> Option<Theme> {
        let mut loader = Loader::new(world, site, sources, report)?;
        let statics = loader.statics();
        let languages = loader.languages(&site.languages);
        let templates = loader.templates();
        let engines = engines(&languages, &templates, loader.sources, loader.report)?;
        Some(Theme { engines, first: site.default_lang(), templates, statics })
    }

    /// A page of HTML. `template` is one that [`PageKind`](crate::outline::PageKind) names.
    ///
    /// # Errors
    /// A [`Code::TemplateError`](crate::diag::Code::TemplateError) at its place, where the template asks for what the
    /// view does not have.
    pub fn page(&self, template: &str, view: &View) -> Result<Vec<u8>, Diagnostic> {
        let context = Context::from_serialize(view).map_err(|e| while_rendering(&e, template, &self.templates))?;
        self.fill(template, view.frame.lang, context)
    }

    /// A page from a context that has `frame` and `page`; `foreign` is added to it.
    pub(super) fn fill(&self, template: &str, lang: Lang, mut context: Context) -> Result<Vec<u8>, Diagnostic> {
        let foreign = context.get("page").is_some_and(has_foreign_text);
        context.insert("foreign", &foreign);
        let engine = self.engines.get(&lang).unwrap_or(&self.engines[&self.first]);
        let mut out = Vec::with_capacity(32 * 1024);
        match engine.render_to(template, &context, &mut out) {
            Ok(()) => Ok(out),
            Err(error) => Err(while_rendering(&error, template, &self.templates)),
        }
    }

    /// Style sheets, pictures and the like, as they are published.
    pub fn static_files(&self) -> impl Iterator<Item = Artifact> {
        self.statics.iter().map(|(path, bytes)| Artifact { path: path.clone(), bytes: bytes.to_vec() })
    }

    /// The templates by name.
    #[cfg(test)]
    pub(super) fn templates(&self) -> &Templates {
        &self.templates
    }
}

/// One engine a language over the same templates; `None` if any template is broken.
fn engines(
    languages: &Languages,
    templates: &Templates,
    sources: &Sources,
    report: &mut Report,
) -> Option<BTreeMap<Lang, Tera>> {
    let texts: Vec<(&str, &str)> = templates.iter().map(|(name, f)| (name.as_str(), &**sources.text(*f))).collect();
    let mut errors = syntax_errors(&texts);
    let mut engines = BTreeMap::new();
    let first = *languages.keys().next()?;
    match engine(languages, first).and_then(|mut tera| tera.add_raw_templates(texts).map(|()| tera)) {
        Ok(tera) => {
            for lang in languages.keys() {
                let mut tera = tera.clone();
                localise(&mut tera, languages, *lang);
                engines.insert(*lang, tera);
            }
        }
        Err(error) if errors.is_empty() => errors.push(error),
        Err(_) => {}
    }
    errors.iter().flat_map(|e| while_loading(e, templates, sources)).for_each(|d| report.push(d));
    errors.is_empty().then_some(engines)
}

/// Tera stops at the first template that it cannot read; an editor wants to see all.
fn syntax_errors(texts: &[(&str, &str)]) -> Vec<tera::Error> {
    let alone = |(name, text): &(&str, &str)| Tera::new().add_raw_template(name, text).err();
    texts.iter().filter_map(alone).filter(|e| matches!(e.kind(), ErrorKind::SyntaxError(_))).collect()
}
