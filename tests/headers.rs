//! What servers are told to say with every file: once in the program, and the same in the site and in the samples.

mod support;

use kehoach::BuildOptions;
use kehoach::export::headers::{DATA_HEADERS, HEADERS, POLICY};
use kehoach::outline::SiteOptions;
use kehoach::world::DiskWorld;
use std::io::Write as _;
use std::process::{Command, Stdio};
use support::{build, need, read_portal};

#[test]
fn the_samples_for_nginx_and_apache_say_what_the_site_says() {
    for (file, start, quote) in
        [("nginx.conf", "    add_header", " always;"), ("apache.conf", "    Header always set", "")]
    {
        let sample = std::fs::read_to_string(format!("docs/servers/{file}")).unwrap();
        for (name, value) in HEADERS {
            let line = format!("\n{start} {name} \"{value}\"{quote}\n");
            assert_eq!(sample.matches(&line).count(), 1, "{file} lacks {line}");
        }
        for (name, value) in DATA_HEADERS {
            assert!(sample.contains(name) && sample.contains(&format!("\"{value}\"")), "{file} lacks {name}");
        }
    }
}

#[test]
fn the_headers_of_a_site_below_a_path_are_for_that_path() {
    let world = read_portal(&[std::path::Path::new("tests/base")]);
    for (base_url, path) in [("https://mau.example/", "/"), ("https://mau.example/ke-hoach/", "/ke-hoach/")] {
        let site = SiteOptions { base_url: Some(base_url.to_owned()), ..SiteOptions::default() };
        let (_, files) = build(&world, &BuildOptions { site, ..BuildOptions::default() });
        let text = std::str::from_utf8(&files["_headers"]).unwrap();
        assert!(text.starts_with(&format!("{path}*\n  Content-Security-Policy: {POLICY}\n")), "{text}");
        assert!(text.contains(&format!("\n\n{path}data/*\n  Access-Control-Allow-Origin: *\n")), "{text}");
        assert!(text.lines().all(|line| line.len() < 2000));
    }
}

#[test]
fn the_style_sheet_inside_a_picture_is_the_one_that_the_policy_allows() {
    let (_, files) = build(&DiskWorld::new("."), &BuildOptions::default());
    let pictures = files.iter().filter(|(path, _)| path.ends_with(".svg") && !path.starts_with("static/"));
    let mut styles: Vec<&str> = Vec::new();
    for (path, bytes) in pictures {
        let svg = std::str::from_utf8(bytes).unwrap();
        let (_, rest) = svg.split_once("<style>").unwrap_or_else(|| panic!("{path}"));
        styles.push(rest.split_once("</style>").unwrap().0);
    }
    styles.dedup();
    assert_eq!(styles.len(), 1);
    let hash = sha256(styles[0]);
    assert!(POLICY.contains(&format!("'sha256-{hash}'")), "the policy needs 'sha256-{hash}'");
}

/// A hash as a policy has it.
fn sha256(text: &str) -> String {
    need("python3", "python3");
    let code = "import base64, hashlib, sys; print(base64.b64encode(hashlib.sha256(sys.stdin.buffer.read()).digest()).decode())";
    let python = Command::new("python3").args(["-c", code]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut python = python.unwrap();
    python.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    String::from_utf8(python.wait_with_output().unwrap().stdout).unwrap().trim().to_owned()
}
