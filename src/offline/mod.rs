//! The pages of hotlines, kept on a reader's device when the reader asks for it: a service worker that answers for these
//! pages alone. It is made of the very bytes that are published, so it changes when one of them does, and browsers then
//! fetch all of them anew.

use crate::diag::Diagnostic;
use crate::model::Artifact;
use crate::outline::{Outline, Page, WORKER};
use crate::render::Theme;
use blake3::Hasher;
use rayon::prelude::*;

const SCRIPT: &str = include_str!("worker.js");

/// The worker's script; none for a site that is opened without a server, where browsers have no workers. `render` gives
/// a page as it is published.
///
/// # Errors
/// Those of `render`.
pub fn worker(
    outline: &Outline,
    theme: &Theme,
    render: impl Fn(&Page) -> Result<Vec<u8>, Diagnostic> + Sync,
) -> Result<Option<Artifact>, Diagnostic> {
    if outline.is_portable() {
        return Ok(None);
    }
    let pages: Vec<&Page> = outline.pages_for_help().collect();
    let pages: Vec<(&Page, Vec<u8>)> =
        pages.into_par_iter().map(|page| Ok((page, render(page)?))).collect::<Result<_, Diagnostic>>()?;
    let mut files: Vec<String> = Vec::new();
    let mut hasher = Hasher::new();
    let mut add = |path: &str, bytes: &[u8]| {
        hasher.update(path.as_bytes()).update(&bytes.len().to_le_bytes()).update(bytes);
        files.push(path.to_owned());
    };
    pages.iter().for_each(|(page, bytes)| add(page.route.as_str(), bytes));
    for file in theme.static_files() {
        let is_named = |bytes: &[u8]| bytes.windows(file.path.len()).any(|window| window == file.path.as_bytes());
        if pages.iter().any(|(_, bytes)| is_named(bytes)) {
            add(&file.path, &file.bytes);
        }
    }
    // A list of texts can always be written as JSON.
    let list = serde_json::to_string(&files).unwrap_or_default();
    let version = &hasher.finalize().to_hex()[..16];
    let code = SCRIPT.split_inclusive('\n').filter(|line| !line.starts_with("//")).collect::<String>();
    let script = code.replace("(version)", version).replace("(files)", &list);
    Ok(Some(Artifact { path: WORKER.to_owned(), bytes: script.into_bytes() }))
}
