use super::TableCell;
use std::collections::{BTreeMap, HashMap};
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
    /// By number; none where an earlier run had a file that this one has not read.
    files: Vec<Option<File>>,
    /// In the order in which they were read.
    order: Vec<FileId>,
    /// The numbers that files had in earlier runs and have not taken yet, the first of a path last.
    numbers: HashMap<Arc<str>, Vec<FileId>>,
    /// Cells of tables, by their places.
    cells: BTreeMap<Span, TableCell>,
}

#[derive(Debug)]
struct File {
    path: Arc<str>,
    text: Arc<str>,
    /// How many files were read before it.
    rank: usize,
}

/// Some of them, taken out to be put back.
#[derive(Debug)]
pub(crate) struct Files {
    files: Vec<(FileId, File)>,
    cells: Vec<(Span, TableCell)>,
}

impl Sources {
    /// Those of the next run: a file that several runs read has the same number in each, so that places in it stay what
    /// they are.
    pub fn after(earlier: &Sources) -> Sources {
        let gone = earlier.numbers.iter().filter(|(_, numbers)| !numbers.is_empty());
        let mut numbers: HashMap<_, _> = gone.map(|(path, numbers)| (Arc::clone(path), numbers.clone())).collect();
        numbers.reserve(earlier.order.len());
        for file in earlier.order.iter().rev() {
            numbers.entry(Arc::clone(&earlier.file(*file).path)).or_insert_with(Vec::new).push(*file);
        }
        let files = earlier.files.iter().map(|_| None).collect();
        Sources { files, numbers, ..Sources::default() }
    }

    /// Takes a file in.
    pub fn add(&mut self, path: &str, text: impl Into<Arc<str>>) -> FileId {
        let file = File { path: path.into(), text: text.into(), rank: self.order.len() };
        let number = self.numbers.get_mut(path).and_then(Vec::pop).unwrap_or_else(|| {
            self.files.push(None);
            FileId(u32::try_from(self.files.len() - 1).expect("fewer files than a file system can hold names for"))
        });
        self.files[number.0 as usize] = Some(file);
        self.order.push(number);
        number
    }

    fn file(&self, file: FileId) -> &File {
        self.files[file.0 as usize].as_ref().expect("a number is given out with its file")
    }

    /// The path of a file, with `/` between folders.
    pub fn path(&self, file: FileId) -> &str {
        &self.file(file).path
    }

    /// The text of a file.
    pub fn text(&self, file: FileId) -> &Arc<str> {
        &self.file(file).text
    }

    /// How many files were read before this one.
    pub(super) fn rank(&self, file: FileId) -> usize {
        self.file(file).rank
    }

    /// Every file with its text, in the order in which they were read.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files().map(|(path, text)| (path, &**text))
    }

    /// As [`Sources::iter`], with the texts to share.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &Arc<str>)> {
        self.order.iter().map(|file| self.file(*file)).map(|file| (&*file.path, &file.text))
    }

    /// How many files were read.
    pub(crate) fn count(&self) -> usize {
        self.order.len()
    }

    /// The files that were read after so many others, with their cells, taken out.
    pub(crate) fn split_off(&mut self, read: usize) -> Files {
        let numbers = self.order.split_off(read);
        let spans: Vec<_> = self.cells.keys().filter(|span| numbers.contains(&span.file)).copied().collect();
        let cells = spans.into_iter().filter_map(|span| self.cells.remove_entry(&span)).collect();
        let files = numbers.into_iter().filter_map(|number| Some((number, self.files[number.0 as usize].take()?)));
        Files { files: files.collect(), cells }
    }

    /// Puts files back that were taken out of these sources, or of earlier ones.
    pub(crate) fn append(&mut self, files: &Files) {
        for (number, file) in &files.files {
            if let Some(numbers) = self.numbers.get_mut(&file.path) {
                numbers.retain(|of| of != number);
            }
            let slot = number.0 as usize;
            self.files.resize_with(self.files.len().max(slot + 1), || None);
            self.files[slot] =
                Some(File { path: Arc::clone(&file.path), text: Arc::clone(&file.text), rank: self.order.len() });
            self.order.push(*number);
        }
        self.cells.extend(files.cells.iter().map(|(span, cell)| (*span, cell.clone())));
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
