//! What a server shall say with every file: a `_headers` file, which Netlify, Cloudflare Pages and others read. The samples
//! for nginx and Apache in `docs/servers/` have the same lines, and a test holds them so.

use crate::model::Artifact;

/// The Content-Security-Policy under which every page of the default theme works. The hash is that of the style sheet inside
/// a target's picture (`chart.svg`), which is a page of its own when it is opened alone.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; \
    style-src 'self' 'sha256-KM3jX41YXEPH41m0z+/yITDyqNcreRr4T558/2Shyzs='; img-src 'self'; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Headers of every file.
pub const HEADERS: [(&str, &str); 6] = [
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    // The page for help is where the address must not be sent on.
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    // Kept, but asked for: a number that changed must not be shown from yesterday's copy.
    ("Cache-Control", "no-cache"),
];

/// Headers of the data files alone: pages of others may read them.
pub const DATA_HEADERS: [(&str, &str); 1] = [("Access-Control-Allow-Origin", "*")];

/// The `_headers` file of a site whose root is at this path of its host, which ends in `/`.
pub fn headers_file(base_path: &str) -> Artifact {
    let rule = |path: &str, headers: &[(&str, &str)]| {
        let lines = headers.iter().map(|(name, value)| format!("  {name}: {value}\n"));
        format!("{base_path}{path}\n{}", lines.collect::<String>())
    };
    let text = format!("{}\n{}", rule("*", &HEADERS), rule("data/*", &DATA_HEADERS));
    Artifact { path: "_headers".to_owned(), bytes: text.into_bytes() }
}
