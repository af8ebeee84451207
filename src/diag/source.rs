use super::TableCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A source file of this run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A place in a source file: twelve bytes, since every leaf of the content keeps one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Which file.
    pub file: FileId,
    /// Where it begins, in bytes.
    pub start: u32,
    /// How long it is, in bytes.
    pub len: u32,
}

/// Line and column, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

/// The source files of a run, by path, with their text.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<(String, Arc<str>)>,
    /// Cells of tables, by their places.
    cells: BTreeMap<Span, TableCell>,
}

impl Sources {
    /// Takes a file in.
    pub fn add(&mut self, path: &str, text: impl Into<Arc<str>>) -> FileId {
        self.files.push((path.to_owned(), text.into()));
        FileId(u32::try_from(self.files.len() - 1).expect("fewer files than a file system can hold names for"))
    }

    /// The path of a file, with `/` between folders.
    pub fn path(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].0
    }

    /// The text of a file.
    pub fn text(&self, file: FileId) -> &Arc<str> {
        &self.files[file.0 as usize].1
    }

    /// Every file with its text, in the order in which they were read.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), &**text))
    }

    /// As [`Sources::iter`], with the texts to share.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &Arc<str>)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text))
    }

    /// Keeps what the cell at a place is called.
    pub fn name_cell(&mut self, span: Span, cell: TableCell) {
        self.cells.insert(span, cell);
    }

    /// The cell of a table at a place.
    pub fn cell(&self, span: Span) -> Option<&TableCell> {
        self.cells.get(&span)
    }

    /// Where a span begins.
    pub fn position(&self, span: Span) -> Position {
        let text = self.text(span.file);
        let mut start = (span.start as usize).min(text.len());
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }
}

impl FileId {
    /// The file as a whole.
    pub fn whole(self) -> Span {
        Span { file: self, start: 0, len: 0 }
    }

    /// A place in it, from and to in bytes.
    pub fn span(self, start: usize, end: usize) -> Span {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        Span { file: self, start, len: u32::try_from(end).unwrap_or(u32::MAX).saturating_sub(start) }
    }
}
