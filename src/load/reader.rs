//! A YAML file as what it holds.

use super::decode::{Decode, Decoder};
use crate::diag::{Code, Diagnostic, FileId};
use crate::yaml;

impl Decoder<'_> {
    /// What a file holds.
    pub(super) fn content<T: Decode>(&mut self, file: FileId) -> Option<T> {
        let node = self.tree(file)?;
        self.record(&node)
    }

    pub(super) fn tree(&mut self, file: FileId) -> Option<yaml::Node> {
        let node = yaml::parse(self.sources, file, self.report)?;
        if matches!(node.kind, yaml::Kind::Null) {
            self.report.push(Diagnostic::at(Code::EmptyFile, file.whole()));
            return None;
        }
        Some(node)
    }

    /// What the tree of a file stands for.
    pub(super) fn record<T: Decode>(&mut self, node: &yaml::Node) -> Option<T> {
        if self.known_format(node) { self.decode(node) } else { None }
    }

    /// What a part of a tree stands for.
    pub(super) fn decode<T: Decode>(&mut self, node: &yaml::Node) -> Option<T> {
        T::decode(self, node)
    }

    /// Whether a file is of the format that this version reads: of another, no field is known.
    fn known_format(&mut self, node: &yaml::Node) -> bool {
        let yaml::Kind::Map(fields) = &node.kind else { return true };
        let format = fields.iter().find(|(key, _)| &*key.text == "format").map(|(_, value)| value);
        if let Some(yaml::Node { kind: yaml::Kind::Scalar(format), span }) = format
            && &*format.text != "1"
        {
            self.report.push(Diagnostic::at(Code::UnknownFormat, *span).arg("value", &format.text));
            return false;
        }
        true
    }
}
