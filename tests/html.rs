//! The Nu HTML checker (<https://validator.github.io/validator/>) finds no error on any page of the real portal, and warns of
//! nothing.

mod support;

use assert_cmd::Command;

#[test]
fn no_page_has_an_html_error_or_warning() {
    let root = tempfile::tempdir().unwrap();
    let site = root.path().join("site");
    let mut build = Command::cargo_bin("kehoach").unwrap();
    build.args(["build", "--lang", "en", "--out"]).arg(&site).arg(env!("CARGO_MANIFEST_DIR"));
    build.assert().success();

    support::need("java", "default-jre-headless");
    // One call for all pages: starting Java takes longer than checking them.
    let java = std::process::Command::new("java")
        .arg("-jar")
        .arg(support::npm("vnu-jar/build/dist/vnu.jar"))
        .args(["--skip-non-html", "--format", "json", "--stdout"])
        .arg(&site)
        .output()
        .expect("java was there a moment ago");
    let out = String::from_utf8_lossy(&java.stdout);
    let found: serde_json::Value = serde_json::from_str(&out)
        .unwrap_or_else(|error| panic!("{error}: {out}{}", String::from_utf8_lossy(&java.stderr)));
    let found: Vec<String> = found["messages"].as_array().unwrap().iter().map(in_one_line).collect();
    assert!(found.is_empty(), "{} messages:\n{}", found.len(), found.join("\n"));
    assert!(java.status.success());
}

fn in_one_line(message: &serde_json::Value) -> String {
    let page = message["url"].as_str().and_then(|url| url.split_once("/site/")).map_or("?", |(_, page)| page);
    let text = message["message"].as_str().unwrap_or_default();
    let extract = message["extract"].as_str().unwrap_or_default().replace('\n', " ");
    format!("{page}:{}: {text}: {extract}", message["lastLine"])
}
