use super::Theme;
use super::strings::Entry;
use crate::diag::{Code, Report, Sources};
use crate::lang::{Lang, Text};
use crate::model::{Id, Ix, Site, SiteLanguage};
use crate::world::MemoryWorld;
use std::collections::{BTreeMap, BTreeSet};
use tera::Context;

fn site(theme: &str) -> Site {
    let language = |lang, name: &str| SiteLanguage { lang, name: name.to_owned(), span: None };
    Site {
        title: Text::new(Lang::VI, "Cổng"),
        tagline: None,
        base_url: "https://example.org/".to_owned(),
        languages: vec![language(Lang::VI, "Tiếng Việt"), language(Lang::EN, "English")],
        utc_offset_minutes: 420,
        theme: Id::new(theme).unwrap(),
        theme_span: None,
        place: Ix::new(0),
        routes: BTreeMap::new(),
        routes_span: None,
        exit: "https://thoi-tiet.example/".to_owned(),
        hotline_check_days: 180,
        contact: None,
        licence: None,
    }
}

fn world(files: &[(&str, &str)]) -> MemoryWorld {
    let mut world = MemoryWorld::new(jiff::civil::date(2026, 11, 22));
    for (path, text) in files {
        world.write(path, *text);
    }
    world
}

fn load(theme: &str, files: &[(&str, &str)]) -> (Option<Theme>, Sources, Report) {
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let theme = Theme::load(&world(files), &site(theme), &mut sources, &mut report);
    (theme, sources, report)
}

/// What a template of the site's own theme makes of a page.
fn rendered(lang: Lang, template: &str, page: serde_json::Value) -> String {
    let (theme, _, report) = load("own", &[("themes/own/templates/x.html", template)]);
    assert_eq!(report.diagnostics, []);
    let context = Context::from_serialize(&serde_json::json!({ "page": page })).unwrap();
    String::from_utf8(theme.unwrap().fill("x.html", lang, context).unwrap()).unwrap()
}

/// The code and the place of every diagnostic.
fn found(report: &Report, sources: &Sources) -> Vec<(Code, String)> {
    let place = |span| {
        let at = sources.position(span);
        format!("{}:{}:{}", sources.path(span.file), at.line, at.column)
    };
    report.diagnostics.iter().map(|d| (d.code, d.span.map(place).unwrap_or_default())).collect()
}

#[test]
fn the_built_in_theme_is_sound() {
    let (theme, _, report) = load("default", &[]);
    assert_eq!(report.diagnostics, []);
    let theme = theme.unwrap();
    let files: Vec<String> = theme.static_files().map(|file| file.path).collect();
    let names = ["favicon.svg", "page.js", "poster-a5.css", "poster.css", "search.js", "style.css"];
    assert_eq!(files, names.map(|name| format!("static/{name}")));
    for template in crate::outline::PageKind::TEMPLATES.iter().chain(crate::outline::Picture::TEMPLATES) {
        assert!(theme.templates().contains_key(&format!("default/{template}")), "{template}");
    }
}

/// The keys of the built-in strings of a language with the names that each fills in.
fn strings(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let entries = super::load::built_in_strings(lang, &mut sources, &mut report);
    assert_eq!(report.diagnostics, []);
    let names = |entry: &Entry| match entry {
        Entry::Text(text) => text.names().into_iter().map(str::to_owned).collect(),
        Entry::Count { one, other } => one.names().into_iter().chain(other.names()).map(str::to_owned).collect(),
    };
    entries.iter().map(|(key, entry)| (key.clone(), names(entry))).collect()
}

#[test]
fn vietnamese_and_english_have_the_same_strings_with_the_same_names() {
    assert_eq!(strings(Lang::VI), strings(Lang::EN));
}

#[test]
fn the_built_in_templates_ask_for_strings_that_exist_and_for_no_others() {
    let (theme, sources, _) = load("default", &[]);
    let mut unused: BTreeSet<String> = strings(Lang::VI).into_keys().collect();
    let known = unused.clone();
    for (name, file) in theme.unwrap().templates() {
        // A key is `"whole"` or `"start." ~ rest`.
        for asked in sources.text(*file).split("key=\"").skip(1) {
            let (key, after) = asked.split_once('"').unwrap();
            let open = after.starts_with(" ~");
            let fits = |known: &String| if open { known.starts_with(key) } else { known == key };
            assert!(known.iter().any(fits), "{name}: {key}");
            unused.retain(|known| !fits(known));
        }
    }
    // These are named by views, not by templates.
    unused.retain(|key| {
        !["nav.", "plan.", "role.", "funding.", "document_type.", "month.", "not_found.", "poster.title", "search."]
            .iter()
            .any(|k| key.starts_with(k))
    });
    assert_eq!(unused, BTreeSet::new());
}

#[test]
fn words_are_escaped_and_marked_with_their_language() {
    let page = serde_json::json!({ "here": {"text": "a < b", "lang": null}, "there": {"text": "Plan", "lang": "en"} });
    let out = rendered(Lang::VI, "{{ page.here | words }}|{{ page.there | words }}|{{ page.there | plain }}", page);
    assert_eq!(out, "a &lt; b|<span lang=\"en\">Plan</span>|Plan");
}

#[test]
fn a_goal_is_told_in_words_and_in_figures() {
    let page = serde_json::json!({
        "goal": { "kind": "reach", "high": null, "than": null, "amount": {
            "value": "150", "of": "200", "unit": "named", "per": null, "name": {"text": "xã, phường", "lang": null} } },
        "baseline": { "period": {"iso": "2022", "text": "2022"}, "amount": {
            "value": "144", "of": "200", "unit": "named", "per": null, "name": {"text": "xã, phường", "lang": null} } },
        "due": { "date": {"iso": "2023", "text": "2023"}, "printed": false, "past": true }
    });
    let year = |y: &str| format!("<time datetime=\"{y}\">{y}</time>");
    assert_eq!(
        rendered(Lang::VI, "{{ <sentence m={page} /> }}", page.clone()),
        format!(
            "Đạt 150 trên 200 xã, phường; năm {} là 144 trên 200; thời hạn: năm {} (suy ra từ kỳ kế hoạch).",
            year("2022"),
            year("2023")
        )
    );
    assert_eq!(
        rendered(Lang::EN, "{{ <sentence m={page} /> }}", page),
        format!(
            "Reach 150 of 200 xã, phường; 144 of 200 in {}; deadline: {} (implied by the plan’s period).",
            year("2022"),
            year("2023")
        )
    );
}

#[test]
fn goals_that_are_meant_otherwise_have_other_marks() {
    let kinds = ["reach", "at_least", "over", "at_most", "under", "exactly", "maintain", "range"];
    let marks = kinds.map(|kind| {
        let to = (kind == "range").then_some("70%");
        let page = serde_json::json!({ "kind": kind, "mark": {"x": "40%", "to": to} });
        let mark = rendered(Lang::VI, "{{ <dot_mark kind={page.kind} mark={page.mark} /> }}", page);
        assert!(mark.contains("x=\"40%\"") && !mark.contains("style="), "{mark}");
        mark
    });
    assert_eq!(marks.iter().collect::<BTreeSet<_>>().len(), kinds.len());
}

#[test]
fn a_number_chooses_the_form_and_is_written_as_the_language_does() {
    let out = |lang, n| rendered(lang, "{{ t(key=\"counts.duties\", n=page.n) }}", serde_json::json!({ "n": n }));
    assert_eq!(out(Lang::EN, 1), "1 duty");
    assert_eq!(out(Lang::EN, 1200), "1,200 duties");
    assert_eq!(out(Lang::VI, 1200), "1.200 nhiệm vụ");
}

#[test]
fn what_is_filled_in_is_a_number_as_it_is_or_a_text_that_is_escaped() {
    let page = serde_json::json!({ "day": 20, "who": "A & <b>" });
    let template = "{{ t(key=\"due.rule_each_quarter\", day=page.day) }}|{{ t(key=\"duty.then\", who=page.who) }}";
    let out = rendered(Lang::VI, template, page);
    assert_eq!(out, "ngày 20 của tháng cuối mỗi quý|Gửi tiếp đến: A &amp; &lt;b&gt;");
}

#[test]
fn a_theme_overrides_file_by_file_and_string_by_string() {
    let files = [
        ("themes/own/templates/x.html", "{{ t(key=\"nav.home\") }} {{ t(key=\"nav.plans\") }} {{ <logo /> }}"),
        ("themes/own/templates/mine.html", "{% component logo() %}own logo{% endcomponent logo %}"),
        ("themes/own/static/style.css", "body{}"),
        ("themes/own/strings/vi.yaml", "nav:\n  home: Nhà\n"),
    ];
    let (theme, _, report) = load("own", &files);
    assert_eq!(report.diagnostics, []);
    let theme = theme.unwrap();
    let page = theme.fill("x.html", Lang::VI, Context::new()).unwrap();
    assert_eq!(String::from_utf8(page).unwrap(), "Nhà Kế hoạch own logo");
    let style = theme.static_files().find(|file| file.path == "static/style.css").unwrap();
    assert_eq!(style.bytes, b"body{}");
}

#[test]
fn every_broken_template_is_reported_at_its_place() {
    let files =
        [("themes/own/templates/a.html", "<p>\n  {{ page. }}</p>"), ("themes/own/templates/b.html", "{% if %}")];
    let (theme, sources, report) = load("own", &files);
    assert!(theme.is_none());
    let found = found(&report, &sources);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].1.starts_with("themes/own/templates/a.html:2:"), "{found:?}");
    assert!(found[1].1.starts_with("themes/own/templates/b.html:1:"), "{found:?}");
}

#[test]
fn an_unknown_filter_is_reported_at_its_place() {
    let (theme, sources, report) = load("own", &[("themes/own/templates/a.html", "<p>\n{{ page.x | shout }}")]);
    assert!(theme.is_none());
    assert_eq!(found(&report, &sources), [(Code::TemplateError, "themes/own/templates/a.html:2:13".to_owned())]);
}

#[test]
fn what_fails_while_a_page_is_made_is_reported_at_its_place() {
    for (template, place) in
        [("\n{{ page.x.y.z }}", "2:9"), ("{{ t(key=\"no.such\") }}", "1:4"), ("{{ page | words }}", "1:11")]
    {
        let (theme, sources, _) = load("own", &[("themes/own/templates/a.html", template)]);
        let context = Context::from_serialize(&serde_json::json!({ "page": {} })).unwrap();
        let mut report = Report::default();
        report.push(theme.unwrap().fill("a.html", Lang::VI, context).unwrap_err());
        assert_eq!(found(&report, &sources), [(Code::TemplateError, format!("themes/own/templates/a.html:{place}"))]);
    }
}

#[test]
fn a_theme_that_is_not_there_is_an_error() {
    let (theme, _, report) = load("own", &[]);
    assert!(theme.is_none());
    assert_eq!(report.diagnostics[0].code, Code::UnknownTheme);
}

#[test]
fn a_string_that_a_language_lacks_is_reported_once() {
    let (_, _, report) = load("own", &[("themes/own/strings/vi.yaml", "extra: Thêm\n")]);
    let codes: Vec<Code> = report.diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, [Code::MissingString]);
}

#[test]
fn a_notice_stands_where_a_text_is_in_another_language_but_not_for_quotations() {
    let told = |page| rendered(Lang::EN, "{{ foreign }}", page);
    assert_eq!(told(serde_json::json!({ "list": [{ "title": { "text": "Kế hoạch", "lang": "vi" } }] })), "true");
    assert_eq!(told(serde_json::json!({ "corrections": [{ "read": { "text": "Phấn đấu", "lang": "vi" } }] })), "false");
    assert_eq!(told(serde_json::json!({ "source": { "title": { "text": "Báo", "lang": "vi" } } })), "false");
}

#[test]
fn only_a_traced_view_says_where_it_is_written() {
    let template = "<p{{ page.m | trace }}></p>{{ page.text | blocks }}";
    let text = |trace| serde_json::json!({ "markdown": "One\n\n## Two\n\n- three\n", "lang": null, "links": {}, "trace": trace });
    let plain = rendered(Lang::VI, template, serde_json::json!({ "m": {}, "text": text(serde_json::json!({})) }));
    assert_eq!(plain, "<p></p><p>One</p>\n<h2 id=\"two\">Two</h2>\n<ul>\n<li>three</li>\n</ul>\n");
    let (here, old) = ("content/pages/a.vi.md:6:1", serde_json::json!({ "at": "a&b.yaml:1:2", "stale": true }));
    let traced = serde_json::json!({ "m": { "trace": old }, "text": text(serde_json::json!({ "at": here })) });
    let traced = rendered(Lang::VI, template, traced);
    assert!(traced.starts_with("<p data-at=\"a&amp;b.yaml:1:2\" data-stale></p>"), "{traced}");
    for (tag, line) in [("p", 6), ("h2", 8), ("ul", 10)] {
        assert!(traced.contains(&format!("<{tag} data-at=\"content/pages/a.vi.md:{line}:1\"")), "{traced}");
    }
    let bare = traced.replace(" data-at=\"a&amp;b.yaml:1:2\" data-stale", "");
    let bare = [6, 8, 10]
        .iter()
        .fold(bare, |html, line| html.replace(&format!(" data-at=\"content/pages/a.vi.md:{line}:1\""), ""));
    assert_eq!(bare, plain);
}
