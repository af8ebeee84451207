use super::*;

fn tree(text: &str) -> (Option<Node>, Vec<Diagnostic>, Sources) {
    let mut sources = Sources::default();
    let mut report = Report::default();
    let file = decode("t.yaml", text.as_bytes().to_vec(), &mut sources, &mut report).expect("UTF-8");
    let node = parse(&sources, file, &mut report);
    (node, report.diagnostics, sources)
}

fn field<'n>(node: &'n Node, name: &str) -> &'n Node {
    let Kind::Map(fields) = &node.kind else { panic!("{node:?}") };
    &fields.iter().find(|(k, _)| &*k.text == name).expect("field").1
}

fn written(text: &str) -> (String, Style) {
    let (node, diagnostics, _) = tree(text);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let node = node.expect("a tree");
    let Kind::Scalar(s) = &field(&node, "a").kind else { panic!("not a scalar") };
    (s.text.to_string(), s.style)
}

#[test]
fn scalars_stay_as_written() {
    for plain in [
        "0203835111",
        "1.10",
        "1_000",
        "no",
        "true",
        "0x1F",
        "2023-05-01",
        "1e3",
        "9e999",
        ".inf",
        "+84",
        "12:30",
        "-5",
    ] {
        assert_eq!(written(&format!("a: {plain}\n")), (plain.to_owned(), Style::Plain), "{plain}");
    }
    assert_eq!(written("a: \"0111\"\n"), ("0111".to_owned(), Style::Quoted));
    assert_eq!(written("a: >-\n  Xã, phường: \"x\" # y\n  z\n"), ("Xã, phường: \"x\" # y z".to_owned(), Style::Block));
    assert_eq!(written("a: e\u{302}\n").0, "ê");
}

#[test]
fn places_are_of_the_values() {
    let text = "đầu: 1\na: {b: Xã, c: [1, hai]}\nd: >-\n  dài\n  hơn\ne: x\n";
    let (node, _, sources) = tree(text);
    let node = node.expect("a tree");
    let slice = |n: &Node| &sources.text(n.span.file)[n.span.start as usize..(n.span.start + n.span.len) as usize];
    assert_eq!(slice(field(field(&node, "a"), "b")), "Xã");
    let at = sources.position(field(field(&node, "a"), "b").span);
    assert_eq!((at.line, at.column), (2, 8));
    let at = sources.position(field(&node, "d").span);
    assert_eq!((at.line, at.column), (4, 3));
    assert_eq!(slice(field(&node, "e")), "x");
}

#[test]
fn every_mistake_is_named() {
    let code = |text: &str| tree(text).1.first().map(|d| d.code.entry().name);
    assert_eq!(code("a: 1\na: 2\n"), Some("duplicate-key"));
    assert_eq!(code("a:\n\t- b\n"), Some("yaml-tab"));
    assert_eq!(code("a: &x 1\nb: *x\n"), Some("yaml-alias"));
    assert_eq!(code("a: *đậm*\n"), Some("yaml-alias"));
    assert_eq!(code("a: !!set {x}\n"), Some("yaml-alias"));
    assert_eq!(code("<<: {a: 1}\n"), Some("yaml-alias"));
    assert_eq!(code("a: ! Chú ý\n"), Some("yaml-alias"));
    assert_eq!(code("a: !!str 1\n"), Some("yaml-alias"));
    assert_eq!(code("a: Chú ý ! và !\nb: {c: \"!\", d: e!}\n"), None);
    assert_eq!(code("a: 1\n---\nb: 2\n"), Some("yaml-documents"));
    assert_eq!(code("a: \"mở\nb: 1\n"), Some("yaml-syntax"));
    assert_eq!(code("a: Mục: tiêu\n"), Some("yaml-syntax"));
    assert_eq!(code("a: {b: [1, 2}\n"), Some("yaml-syntax"));
    assert_eq!(code("a:\n    b: 1\n  c: 2\n"), Some("yaml-syntax"));
    assert_eq!(code(&format!("a: {}{}\n", "[".repeat(200), "]".repeat(200))), Some("yaml-depth"));
    assert_eq!(code("? [a]\n: b\n"), Some("wrong-shape"));
    for broken in
        ["a: [1\nb: 2\n", "a: @x\n", "a: 100%\nb\n", "- a\nb: 1\n", "a: >-\nb c\n", "a: 'x' y\n", "a:b\nc: 1\n"]
    {
        let (_, diagnostics, sources) = tree(broken);
        assert_eq!(diagnostics[0].code, Code::YamlSyntax, "{broken:?}");
        let vietnamese = diagnostics[0].message(crate::lang::Lang::VI);
        assert!(!vietnamese.contains("cú pháp sai"), "{broken:?} has no words of its own: {vietnamese}");
        assert!(sources.position(diagnostics[0].span.expect("a place")).line <= 2);
    }
}

#[test]
fn a_mark_and_windows_line_ends_do_no_harm() {
    let (node, diagnostics, _) = tree("\u{feff}a: 1\r\nb: 2\r\n");
    assert!(diagnostics.is_empty());
    assert_eq!(field(&node.expect("a tree"), "b").found(), crate::diag::Arg::each("“2”", "`2`"));
}

#[test]
fn bad_utf8_is_placed() {
    let mut sources = Sources::default();
    let mut report = Report::default();
    assert!(decode("t.yaml", b"a: 1\r\nb: \xff\xfe x\n".to_vec(), &mut sources, &mut report).is_none());
    let at = sources.position(report.diagnostics[0].span.expect("a place"));
    assert_eq!((at.line, at.column), (2, 4));
}

#[test]
fn an_empty_file_is_nothing() {
    for text in ["", "# chú thích\n", "---\n", "~\n"] {
        assert!(matches!(tree(text).0.expect("a tree").kind, Kind::Null), "{text:?}");
    }
}
