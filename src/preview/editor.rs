//! How a place in a file is opened from the page: by an address that an editor has registered with the system.

use std::path::Path;

/// Editors by name, with the address that opens a place.
const KNOWN: [(&str, &str); 5] = [
    ("vscode", "vscode://file{path}:{line}:{column}"),
    ("vscodium", "vscodium://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
    ("sublime", "subl://open?url=file://{path}&line={line}&column={column}"),
];

/// No editor: places are shown, and opened by nothing.
const NONE: &str = "none";

/// Schemes that would run in the page rather than open something.
const NO_EDITORS: [&str; 4] = ["javascript", "data", "blob", "vbscript"];

/// By what a place in a file is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor(Option<String>);

impl Default for Editor {
    fn default() -> Editor {
        Editor(Some(KNOWN[0].1.to_owned()))
    }
}

impl Editor {
    /// A known one, `none`, or an address in which `{path}` stands for a file's path, from `/` on and encoded for addresses,
    /// `{line}` and `{column}` for the place in it, from 1.
    pub fn named(text: &str) -> Option<Editor> {
        if text == NONE {
            return Some(Editor(None));
        }
        if let Some((_, link)) = KNOWN.iter().find(|(name, _)| *name == text) {
            return Some(Editor(Some((*link).to_owned())));
        }
        let scheme = text.split_once(':')?.0;
        let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
            && !NO_EDITORS.contains(&scheme.to_ascii_lowercase().as_str());
        let has_path = text.contains("{path}") && !text.contains(char::is_whitespace);
        (is_scheme && has_path).then(|| Editor(Some(text.to_owned())))
    }

    /// The address, with `{path}`, `{line}` and `{column}` in it.
    pub fn link(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

/// A folder as such addresses name it: whole, with `/` at its start and between its parts, on Windows too (`/C:/plans`).
pub fn folder(dir: &Path) -> String {
    let whole = std::path::absolute(dir).unwrap_or_else(|_| dir.to_owned());
    let parts = whole.to_string_lossy().replace('\\', "/");
    format!("/{}", parts.trim_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_is_a_known_one_or_an_address_with_a_path() {
        assert_eq!(Editor::named("vscode"), Some(Editor::default()));
        assert_eq!(Editor::named("none"), Some(Editor(None)));
        let own = "my-editor://open?file={path}&line={line}";
        assert_eq!(Editor::named(own).and_then(|editor| editor.0), Some(own.to_owned()));
        for refused in
            ["", "vim", "my-editor://open", "{path}", "javascript:alert('{path}')", "JavaScript:{path}", "a b:{path}"]
        {
            assert_eq!(Editor::named(refused), None, "{refused}");
        }
    }

    #[test]
    fn a_folder_is_named_from_its_root_on() {
        assert_eq!(folder(Path::new("/srv/plans/.")), "/srv/plans");
    }
}
