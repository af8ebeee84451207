use std::fmt;

/// Where a page stands, from the site's root without a leading `/`: empty for home, else ending in `/`, or a file's
/// name (`404.html`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(String);

impl Route {
    /// The root of the site.
    pub(super) fn root() -> Route {
        Route(String::new())
    }

    /// The folder of this name in it.
    pub(super) fn folder(mut self, name: &str) -> Route {
        self.0.push_str(name);
        self.0.push('/');
        self
    }

    /// The file of this name in it.
    pub(super) fn file(mut self, name: &str) -> Route {
        self.0.push_str(name);
        self
    }

    /// As it stands in addresses, from the site's root.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path of its file in the site.
    pub fn output(&self) -> String {
        let name = if self.0.is_empty() || self.0.ends_with('/') { "index.html" } else { "" };
        format!("{}{name}", self.0)
    }

    /// What stands at a path of the site, which [`Route::output`] may have given.
    pub(super) fn of_output(path: &str) -> Route {
        let folder = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
        Route(folder.unwrap_or(path).to_owned())
    }

    /// From here to the site's root: `../` for each folder, empty from home.
    pub fn to_root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }

    /// From here to another page, the shortest way; `./` to itself.
    pub fn to(&self, target: &Route) -> String {
        let (here, _) = self.parts();
        let (there, file) = target.parts();
        let shared = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
        let mut way = "../".repeat(here.len() - shared);
        for folder in &there[shared..] {
            way.push_str(folder);
            way.push('/');
        }
        way.push_str(file);
        if way.is_empty() { "./".to_owned() } else { way }
    }

    /// As [`Route::to`], with the name of the file that a server would serve for a folder.
    pub fn to_file(&self, target: &Route) -> String {
        let way = self.to(target);
        let way = way.strip_prefix("./").unwrap_or(&way);
        if way.is_empty() || way.ends_with('/') { format!("{way}index.html") } else { way.to_owned() }
    }

    /// Its folders, and the name of its file or nothing.
    fn parts(&self) -> (Vec<&str>, &str) {
        let mut parts: Vec<&str> = self.0.split('/').collect();
        let file = parts.pop().unwrap_or("");
        (parts, file)
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A path as it stands in addresses: what is not a letter, a digit or one of `-._~/` of ASCII as `%` and two digits.
pub(super) fn encoded(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(path: &str) -> Route {
        Route(path.to_owned())
    }

    #[test]
    fn links_are_relative_so_that_a_site_works_under_any_path() {
        let target = route("ke-hoach/a/chi-tieu/x/");
        assert_eq!(target.to(&route("ke-hoach/a/chi-tieu/y/")), "../y/");
        assert_eq!(target.to(&route("ke-hoach/a/toan-van/")), "../../toan-van/");
        assert_eq!(target.to(&route("en/plans/a/")), "../../../../en/plans/a/");
        assert_eq!(target.to(&route("ke-hoach/")), "../../../");
        assert_eq!(target.to(&route("")), "../../../../");
        assert_eq!(route("").to(&target), "ke-hoach/a/chi-tieu/x/");
        assert_eq!(route("en/").to(&route("")), "../");
        assert_eq!(route("ke-hoach/ab/").to(&route("ke-hoach/a/")), "../a/");
        assert_eq!(route("a/").to(&route("404.html")), "../404.html");
        assert_eq!(route("en/404.html").to(&route("en/")), "./");
    }

    #[test]
    fn without_a_server_links_lead_to_files() {
        let here = route("ke-hoach/a/");
        assert_eq!(here.to_file(&route("ke-hoach/a/toan-van/")), "toan-van/index.html");
        assert_eq!(here.to_file(&route("")), "../../index.html");
        assert_eq!(here.to_file(&here), "index.html");
        assert_eq!(here.to_file(&route("404.html")), "../../404.html");
    }

    #[test]
    fn a_page_leads_to_itself_with_a_dot() {
        assert_eq!(route("").to(&route("")), "./");
        assert_eq!(route("a/b/").to(&route("a/b/")), "./");
    }

    #[test]
    fn a_folder_is_served_by_its_index_and_knows_its_way_to_the_root() {
        assert_eq!(route("").output(), "index.html");
        assert_eq!(route("en/hotlines/").output(), "en/hotlines/index.html");
        assert_eq!(route("en/404.html").output(), "en/404.html");
        assert_eq!(route("").to_root(), "");
        assert_eq!(route("a/b/").to_root(), "../../");
    }

    #[test]
    fn a_file_name_with_accents_and_spaces_becomes_an_address() {
        assert_eq!(encoded("plans/a/kế hoạch.pdf"), "plans/a/k%E1%BA%BF%20ho%E1%BA%A1ch.pdf");
    }
}
