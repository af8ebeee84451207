/// A file of the published site: a value that the disk, and later a preview server, can take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Path inside the site with `/` between folders: `en/plans/index.html`.
    pub path: String,
    /// The content.
    pub bytes: Vec<u8>,
}
