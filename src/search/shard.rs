use super::runs::runs;
use super::words::Word;
use serde_json::json;
use std::collections::{BTreeMap, HashMap};

/// How many bytes a shard may have, as far as more than one line is in it: some 2 KB compressed.
const SIZE: usize = 5_000;

/// How many of a word's first letters have a line of their own, which stands for all words that begin so. With more letters
/// there are few such words, and they stand side by side.
const SHORT: usize = 3;

/// In which blocks each word stands, and each two words side by side.
#[derive(Default)]
pub(super) struct Postings {
    /// Under the folded word, for each way in which it is written.
    words: HashMap<String, BTreeMap<String, Vec<u32>>>,
    pairs: HashMap<String, Vec<u32>>,
    /// How many blocks there are.
    blocks: u32,
}

impl Postings {
    /// Takes a block in; blocks come in the order of their numbers.
    pub(super) fn take(&mut self, number: u32, block: &super::block::Block) {
        self.blocks = number + 1;
        for Word { folded, form } in &block.words {
            let forms = self.words.entry(folded.clone()).or_default();
            forms.entry(form.clone()).or_default().push(number);
        }
        for pair in &block.pairs {
            match self.pairs.get_mut(pair) {
                Some(blocks) => blocks.push(number),
                None => _ = self.pairs.insert(pair.clone(), vec![number]),
            }
        }
    }

    /// The words with their blocks, `tre trẻ 03 tre 51`, and the beginnings of words, `tr* * 09`, in order.
    pub(super) fn word_lines(&self) -> Vec<String> {
        // Nearly every beginning stands in nearly every block: marks take less than lists.
        let mut beginnings: HashMap<&str, Vec<bool>> = HashMap::new();
        let none = || vec![false; self.blocks as usize];
        let mut lines = Vec::with_capacity(self.words.len());
        for (folded, forms) in &self.words {
            let said = forms.iter().map(|(form, blocks)| format!(" {form} {}", runs(blocks)));
            lines.push(format!("{folded}{}", said.collect::<String>()));
            for (end, _) in folded.char_indices().skip(1).take(SHORT) {
                let marked = beginnings.entry(&folded[..end]).or_insert_with(none);
                forms.values().flatten().for_each(|block| marked[*block as usize] = true);
            }
        }
        for (beginning, marked) in beginnings {
            let blocks: Vec<u32> = (0..self.blocks).filter(|block| marked[*block as usize]).collect();
            lines.push(format!("{beginning}* * {}", runs(&blocks)));
        }
        lines.sort_unstable_by(|a, b| key(a).cmp(key(b)));
        lines
    }

    /// The pairs with their blocks, `duoi_nuoc 03`, in order.
    pub(super) fn pair_lines(&self) -> Vec<String> {
        let mut lines: Vec<_> = self.pairs.iter().map(|(pair, blocks)| format!("{pair} {}", runs(blocks))).collect();
        lines.sort_unstable_by(|a, b| key(a).cmp(key(b)));
        lines
    }
}

fn key(line: &str) -> &str {
    line.split_once(' ').map_or(line, |(key, _)| key)
}

/// Lines in their order, in pieces of about the same size: JSON arrays.
pub(super) struct Shards {
    pub files: Vec<Vec<u8>>,
    /// For each file but the first the shortest beginning of its first key that stands after all keys of the file before.
    pub starts: Vec<String>,
}

pub(super) fn shards(lines: &[String]) -> Shards {
    let mut shards = Shards { files: Vec::new(), starts: Vec::new() };
    let (mut start, mut size) = (0, 0);
    for (at, line) in lines.iter().enumerate() {
        if at > start && size + line.len() > SIZE {
            shards.files.push(json!(lines[start..at]).to_string().into_bytes());
            shards.starts.push(shortest_between(key(&lines[at - 1]), key(line)));
            (start, size) = (at, 0);
        }
        size += line.len() + 3;
    }
    shards.files.push(json!(lines[start..]).to_string().into_bytes());
    shards
}

fn shortest_between(before: &str, first: &str) -> String {
    let ends = first.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.map(|end| &first[..end]).find(|start| *start > before).unwrap_or(first).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_begins_with_as_little_as_tells_it_from_the_one_before() {
        assert_eq!(shortest_between("nam", "nghe"), "ng");
        assert_eq!(shortest_between("ng", "nghe"), "ngh");
        assert_eq!(shortest_between("em", "em*"), "em*");
    }
}
