//! In which language the program speaks: `--lang`, else the system's locale, else the site's first language, else
//! Vietnamese. It speaks Vietnamese and English; any other language is passed over.

use crate::lang::Lang;
use std::ffi::OsString;

/// What `--lang` says, read before the arguments are, since errors in them are told in this language too.
pub fn asked_for(args: &[OsString]) -> Option<Lang> {
    let mut args = args.iter().skip(1).map_while(|arg| arg.to_str().filter(|arg| *arg != "--"));
    while let Some(arg) = args.next() {
        let value = if arg == "--lang" { args.next() } else { arg.strip_prefix("--lang=") };
        if let Some(lang) = value.and_then(spoken) {
            return Some(lang);
        }
    }
    None
}

/// The first of the system's languages that the program speaks; `C` and `POSIX` mean that none is set.
pub fn of_system() -> Option<Lang> {
    of_locales(sys_locale::get_locales())
}

/// The language of a run, from what the user wants and the first language of the site, as far as they are known.
pub fn choose(wanted: Option<Lang>, site: Option<Lang>) -> Lang {
    wanted.or(site.and_then(|lang| spoken(lang.code()))).unwrap_or(Lang::VI)
}

fn of_locales(locales: impl Iterator<Item = String>) -> Option<Lang> {
    locales
        .take_while(|locale| !matches!(locale.as_str(), "C" | "POSIX"))
        .find_map(|locale| spoken(locale.split(['-', '_']).next().unwrap_or(&locale)))
}

fn spoken(code: &str) -> Option<Lang> {
    [Lang::VI, Lang::EN].into_iter().find(|lang| lang.code() == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(args: &[&str]) -> Option<Lang> {
        asked_for(&args.iter().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_option_is_found_wherever_it_stands() {
        assert_eq!(asked(&["kehoach", "--lang", "en", "build"]), Some(Lang::EN));
        assert_eq!(asked(&["kehoach", "build", "--nonsense", "--lang=vi"]), Some(Lang::VI));
        assert_eq!(asked(&["kehoach", "build", "--lang", "fr"]), None);
        assert_eq!(asked(&["kehoach", "build", "--", "--lang", "en"]), None);
        assert_eq!(asked(&["kehoach", "build", "--lang"]), None);
    }

    #[test]
    fn the_first_spoken_locale_counts_and_c_is_none() {
        let of = |locales: &[&str]| of_locales(locales.iter().map(ToString::to_string));
        assert_eq!(of(&["fr-FR", "en-GB", "vi-VN"]), Some(Lang::EN));
        assert_eq!(of(&["vi"]), Some(Lang::VI));
        assert_eq!(of(&["C", "en-US"]), None, "LC_ALL=C outranks LANG=en_US");
        assert_eq!(of(&["fr-FR"]), None);
    }

    #[test]
    fn the_site_speaks_where_the_user_does_not_say() {
        assert_eq!(choose(Some(Lang::EN), Some(Lang::VI)), Lang::EN);
        assert_eq!(choose(None, Some(Lang::EN)), Lang::EN);
        assert_eq!(choose(None, Lang::new("tyz")), Lang::VI);
    }
}
