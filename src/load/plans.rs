//! Plans: decoded side by side, and those that are known already not at all.

use super::cache::{From, Known};
use super::decode::{Broken, Decoder};
use super::plan_file::PlanFile;
use super::raw::{Named, Raw};
use super::{CONTENT, Loader};
use crate::diag::Report;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Loader<'_> {
    /// Every plan, by its folder.
    pub(super) fn plans(&mut self, files: &BTreeSet<String>, raw: &mut Raw) {
        let mut read = Vec::new();
        for path in files {
            let ["plans", plan, "plan.yaml"] = path.split('/').collect::<Vec<_>>()[..] else { continue };
            let from = self.read(path).map(|file| From {
                file,
                text: Arc::clone(self.sources.text(file)),
                langs: self.langs.clone(),
                langs_known: self.langs_known,
            });
            read.push((path, plan, from));
        }
        self.decode_what_is_new(read.iter().filter_map(|(path, _, from)| Some((*path, from.as_ref()?))));
        for (path, name, from) in read {
            let known = from.and_then(|from| self.cache.plan(path, &from));
            if let Some(known) = known {
                self.report.diagnostics.extend(known.said.iter().cloned());
                self.broken.add(&known.broken);
            }
            let name = name.to_owned();
            match known.and_then(|known| known.plan.clone()) {
                Some(content) => raw.plans.push(Named { name, content }),
                None => {
                    self.broken.files.insert(format!("{CONTENT}/{path}"));
                    self.broken.ids.insert(name);
                }
            }
        }
    }

    fn decode_what_is_new<'p>(&mut self, read: impl Iterator<Item = (&'p String, &'p From)>) {
        let new: Vec<_> = read.filter(|(path, from)| self.cache.plan(path, from).is_none()).collect();
        let sources = &*self.sources;
        let decoded = new.into_par_iter().map(|(path, from)| {
            let (mut report, mut broken) = (Report::default(), Broken::default());
            let (langs, langs_known) = (from.langs.as_slice(), from.langs_known);
            let mut decoder =
                Decoder { sources, report: &mut report, langs, langs_known, broken: &mut broken, dropped: 0 };
            let plan = decoder.content(from.file).map(|plan| Arc::new(PlanFile::new(plan, from.clone())));
            (path, Known { from: from.clone(), plan, said: report.diagnostics, broken })
        });
        for (path, known) in decoded.collect::<Vec<_>>() {
            self.cache.keep_plan(path, known);
        }
    }
}
