use serde::Serialize;

/// Where something is written, for the page of a preview that points it out. Pages of a build know nothing of it: there it is
/// empty, and an empty one is not even written down. In templates, inside a tag: `<li{{ x | trace }}>`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Trace {
    /// File, line and column: `content/plans/lang-son-2023/plan.yaml:123:5`.
    pub at: Option<String>,
    /// In a workbook the sheet and the cell, as Excel names them: `Quý I!D12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// Whether it is a figure that is awaited, or a fact that nobody has confirmed for long.
    pub stale: bool,
}

impl Trace {
    /// Whether there is nothing to point out.
    pub fn is_empty(&self) -> bool {
        self.at.is_none() && !self.stale
    }
}
