//! The data files, from the list of exports.

use super::page::PageKind;
use super::text::Here;
use super::view::{DataCalendar, DataColumn, DataFile, DataMeasures, DataTerm, DataView, Words};
use crate::export::{self, Code, ColumnAbout, Export, Kind, Said, calendar, measures};
use crate::lang::Lang;

pub(super) fn data(here: Here) -> DataView {
    let kind = |kind: &Kind| DataTerm { term: said(here, kind.name()), meaning: said(here, kind.meaning()) };
    DataView {
        files: export::ALL.iter().map(|export| file(here, *export)).collect(),
        calendar: DataCalendar {
            title: said(here, calendar::TITLE),
            entry: said(here, calendar::ENTRY),
            file: here.calendar_file(None),
            page: here.href(PageKind::Calendar),
        },
        measures: DataMeasures {
            title: said(here, measures::TITLE),
            entry: said(here, measures::ENTRY),
            paths: measures::PATHS,
            plans: here.href(PageKind::Plans),
        },
        rules: export::RULES.iter().map(|rule| said(here, *rule)).collect(),
        kinds: Kind::EACH.iter().map(kind).collect(),
    }
}

fn file(here: Here, export: &dyn Export) -> DataFile {
    let path = export.path();
    DataFile {
        anchor: format!("data-{}", export.name()),
        name: path.rsplit('/').next().unwrap_or_default().to_owned(),
        href: format!("{}{path}", here.root()),
        title: said(here, export.title()),
        row: said(here, export.row()),
        columns: export.columns().iter().map(|about| column(here, about)).collect(),
    }
}

fn column(here: Here, about: &ColumnAbout) -> DataColumn {
    let langs: Vec<Lang> = here.portal().site.languages.iter().map(|language| language.lang).collect();
    let choices = if let Kind::Choice(choices) = about.kind { choices } else { &[] };
    let choice = |code: &Code| DataTerm {
        term: Words { text: code.value.to_owned(), lang: None },
        meaning: said(here, code.meaning),
    };
    DataColumn {
        names: about.names(&langs),
        kind: said(here, about.kind.name()),
        meaning: said(here, about.meaning),
        choices: choices.iter().map(choice).collect(),
    }
}

fn said(here: Here, said: Said) -> Words {
    let (lang, text) = said.best(here.lang());
    Words { text: text.to_owned(), lang: here.foreign(lang) }
}
