//! Answers to browsers: the site as a build would write it, from memory, with the reload script put in on the way out.

use super::board::{Board, State};
use super::editor::Editor;
use super::overlay::word;
use super::request::{Peer, inside, is_ours};
use super::snapshot::Snapshot;
use super::watched::Watched;
use crate::diag::Diagnostic;
use http_body_util::{Either, Full};
use hyper::body::{Body, Bytes, Frame, Incoming};
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderValue, LOCATION};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use serde_json::json;
use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, TcpListener};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::mpsc;

/// Addresses of the preview's own files begin with this; no page of a site does.
const OWN: &str = "__kehoach/";
/// A line now and then tells both sides that the other is still there.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// A connection that cannot be taken (too many are open) is tried again.
const AFTER_REFUSAL: Duration = Duration::from_millis(50);

/// What the preview adds to a page.
const FILES: [(&str, &str); 7] = [
    ("preview.js", include_str!("client/preview.js")),
    ("preview.css", include_str!("client/preview.css")),
    ("tools.js", include_str!("client/tools.js")),
    ("tools.css", include_str!("client/tools.css")),
    ("trace.js", include_str!("client/trace.js")),
    ("point.js", include_str!("client/point.js")),
    ("marks.js", include_str!("client/marks.js")),
];

type Answer = Response<Either<Full<Bytes>, Events>>;

/// What answers are made of.
pub struct Server {
    pub board: Board,
    pub world: Watched,
    /// The address that it listens on.
    pub listening: IpAddr,
    /// By what places in files are opened.
    pub editor: Editor,
    /// The portal's folder, as editors on this computer name it.
    pub folder: String,
    /// Is told of a page that cannot be made.
    pub on_failure: Box<dyn Fn(&State) + Send + Sync>,
}

impl Server {
    /// Tells everybody of a page that cannot be made, once.
    pub fn tell_failure(&self, site: &Arc<Snapshot>, failure: &Diagnostic) {
        if self.board.page_failed(site, failure) {
            (self.on_failure)(&self.board.state());
        }
    }
}

/// Answers for as long as the program runs.
///
/// # Errors
/// As the system says, before the first answer.
pub fn run(server: Arc<Server>, listener: TcpListener) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        loop {
            let Ok((stream, address)) = listener.accept().await else {
                tokio::time::sleep(AFTER_REFUSAL).await;
                continue;
            };
            let peer = Peer::of(address, stream.local_addr().ok());
            let server = Arc::clone(&server);
            let answers = service_fn(move |request| {
                let server = Arc::clone(&server);
                async move { Ok::<_, Infallible>(answer(server, request, peer).await) }
            });
            let connection =
                http1::Builder::new().timer(TokioTimer::new()).serve_connection(TokioIo::new(stream), answers);
            // A browser that hangs up is no news.
            tokio::spawn(async move { _ = connection.await });
        }
    })
}

async fn answer(server: Arc<Server>, request: Request<Incoming>, peer: Peer) -> Answer {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    if !is_ours(host, server.listening) {
        return plain(StatusCode::FORBIDDEN, "kehoach serve answers to its own address only.\n");
    }
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        let mut refused = plain(StatusCode::METHOD_NOT_ALLOWED, "");
        refused.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return refused;
    }
    let address = request.uri().path().to_owned();
    let Some(path) = inside(&address) else { return plain(StatusCode::BAD_REQUEST, "No such path.\n") };
    let own = path.strip_prefix(OWN);
    let traced = own.and_then(|own| own.strip_prefix("traced/")).map(str::to_owned);
    match own {
        _ if traced.is_some() => {}
        Some("events") => return events(&server),
        Some("editor") => return editor(&server, &request, peer),
        Some(own) => return own_file(own),
        None => {}
    }
    // The first reading may still be under way.
    let mut states = server.board.states();
    let Ok(state) = states.wait_for(|state| state.number > 0).await.map(|state| Arc::clone(&state)) else {
        return plain(StatusCode::SERVICE_UNAVAILABLE, "");
    };
    let made = {
        let (server, state, address) = (Arc::clone(&server), Arc::clone(&state), address.clone());
        let make = move || match traced {
            Some(path) => of_trace(&state, &path),
            None => of_site(&server, &state, &address, &path),
        };
        tokio::task::spawn_blocking(make).await
    };
    // A panic is a mistake of ours, but no reason to leave the editor alone with it.
    made.unwrap_or_else(|_| bare_page(&server, &state))
}

fn own_file(name: &str) -> Answer {
    let file = FILES.iter().find(|(own, _)| *own == name);
    file.map_or_else(|| plain(StatusCode::NOT_FOUND, ""), |(_, text)| bytes(name, text.as_bytes().to_vec()))
}

/// By what address an editor opens a file, and where the files are. The folders of this computer are nobody's business but
/// that of its own pages: neither of a phone nor of a page of another site in a browser here.
fn editor(server: &Server, request: &Request<Incoming>, peer: Peer) -> Answer {
    let site = request.headers().get("sec-fetch-site").map(HeaderValue::as_bytes);
    let told = match peer {
        Peer::Here if site.is_none_or(|site| site == b"same-origin") => {
            json!({ "link": server.editor.link(), "folder": server.folder })
        }
        _ => json!({}),
    };
    bytes("x.json", told.to_string().into_bytes())
}

/// A page with where each of it is written.
fn of_trace(state: &State, path: &str) -> Answer {
    let Some(site) = &state.site else { return plain(StatusCode::SERVICE_UNAVAILABLE, "") };
    let page = files(site, path).find(|file| site.has_page(file)).unwrap_or_else(|| site.not_found(path));
    match site.traced(&page) {
        Ok(Some(page)) => bytes("x.html", page),
        Ok(None) => plain(StatusCode::NOT_FOUND, ""),
        Err(_) => plain(StatusCode::SERVICE_UNAVAILABLE, ""),
    }
}

/// What the site has at a path.
fn of_site(server: &Server, state: &State, address: &str, path: &str) -> Answer {
    let Some(site) = &state.site else { return bare_page(server, state) };
    match find(server, site, path) {
        Found::File(path, file) => of_file(server, state, &path, file, StatusCode::OK),
        Found::Failure(path, failure) => of_failure(server, state, site, &path, &failure),
        Found::Folder => redirect(address),
        Found::Nothing => {
            let page = site.not_found(path);
            match find(server, site, &page) {
                Found::File(path, file) => of_file(server, state, &path, file, StatusCode::NOT_FOUND),
                Found::Failure(path, failure) => of_failure(server, state, site, &path, &failure),
                Found::Folder | Found::Nothing => plain(StatusCode::NOT_FOUND, ""),
            }
        }
    }
}

enum Found {
    File(String, Arc<Vec<u8>>),
    Failure(String, Diagnostic),
    /// A page is here, with a `/` after the address.
    Folder,
    Nothing,
}

/// The file that is meant by a path: under the root, then under the path of the site's base address, by which the page
/// "not found" has its links.
fn files(site: &Snapshot, path: &str) -> impl Iterator<Item = String> {
    let below_base = site.base_path().trim_start_matches('/');
    [Some(path), path.strip_prefix(below_base)].into_iter().flatten().map(|path| {
        let name = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
        format!("{path}{name}")
    })
}

fn find(server: &Server, site: &Snapshot, path: &str) -> Found {
    for file in files(site, path) {
        match site.file(&server.world, &file) {
            Ok(Some(bytes)) => return Found::File(file, bytes),
            Err(failure) => return Found::Failure(file, failure),
            Ok(None) if site.has_page(&format!("{file}/index.html")) => return Found::Folder,
            Ok(None) => {}
        }
    }
    Found::Nothing
}

fn of_file(server: &Server, state: &State, path: &str, file: Arc<Vec<u8>>, status: StatusCode) -> Answer {
    let mut answer = if path.ends_with(".html") {
        server.board.keep(path, &file);
        bytes(path, with_script(server, state, &file, ""))
    } else {
        bytes(path, file.to_vec())
    };
    *answer.status_mut() = status;
    answer
}

/// The page as it was last, if it was ever shown; the script lays over it what is wrong.
fn of_failure(server: &Server, state: &State, site: &Arc<Snapshot>, path: &str, failure: &Diagnostic) -> Answer {
    server.tell_failure(site, failure);
    match server.board.kept(path) {
        Some(page) => bytes(path, with_script(server, state, &page, "")),
        None => bare_page(server, &server.board.state()),
    }
}

/// A page that is nothing but the list of what is wrong.
fn bare_page(server: &Server, state: &State) -> Answer {
    let title = word(state.lang, "Chưa dựng được trang này", "This page cannot be made yet");
    let lead = word(
        state.lang,
        "Sửa các lỗi dưới đây rồi lưu; trang sẽ tự hiện ra.",
        "Mend what is listed below and save; the page will then appear by itself.",
    );
    let page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/{OWN}preview.css\">\n</head>\n<body class=\"kehoach-problems\">\n<main>\n\
         <h1>{title}</h1>\n<p>{lead}</p>\n<div id=\"kehoach-problems\">{}</div>\n</main>\n</body>\n</html>\n",
        state.lang.code(),
        state.problems,
    );
    let mut answer = bytes("x.html", with_script(server, state, page.as_bytes(), " data-bare"));
    *answer.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    answer
}

/// The page with the script that keeps it up to date, right before the end of its body.
fn with_script(server: &Server, state: &State, page: &[u8], more: &str) -> Vec<u8> {
    let styles = state.site.as_ref().map_or("", |site| &site.styles);
    let script = format!(
        "<script src=\"/{OWN}preview.js\" data-state=\"{}\" data-styles=\"{styles}\"{more} defer></script>",
        server.board.name(state)
    );
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|piece| piece.eq_ignore_ascii_case(end)).unwrap_or(page.len());
    [&page[..at], script.as_bytes(), &page[at..]].concat()
}

fn redirect(address: &str) -> Answer {
    let mut answer = plain(StatusCode::FOUND, "");
    if let Ok(to) = HeaderValue::from_str(&format!("{address}/")) {
        answer.headers_mut().insert(LOCATION, to);
    }
    answer
}

fn plain(status: StatusCode, text: &'static str) -> Answer {
    let mut answer = bytes("x.txt", text.into());
    *answer.status_mut() = status;
    answer
}

fn bytes(path: &str, bytes: Vec<u8>) -> Answer {
    let mut answer = Response::new(Either::Left(Full::new(Bytes::from(bytes))));
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type(path)));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    headers.insert("referrer-policy", HeaderValue::from_static("no-referrer"));
    answer
}

fn content_type(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "atom" => "application/atom+xml",
        "webmanifest" => "application/manifest+json",
        "pdf" => "application/pdf",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    }
}

/// The states from now on, as server-sent events: <https://html.spec.whatwg.org/multipage/server-sent-events.html>
fn events(server: &Arc<Server>) -> Answer {
    let (send, receive) = mpsc::channel(1);
    let mut states = server.board.states();
    let server = Arc::clone(server);
    tokio::spawn(async move {
        if states.wait_for(|state| state.number > 0).await.is_err() {
            return;
        }
        loop {
            let told = server.board.told(&states.borrow_and_update());
            let mut line = format!("data: {told}\n\n");
            // Until something changes or nobody listens any more.
            while send.send(Bytes::from(line)).await.is_ok() {
                match tokio::time::timeout(HEARTBEAT, states.changed()).await {
                    Err(_) => line = ":\n\n".to_owned(),
                    Ok(Ok(())) => break,
                    Ok(Err(_)) => return,
                }
            }
            if send.is_closed() {
                return;
            }
        }
    });
    let mut answer = bytes("x", Vec::new()).map(|_| Either::Right(Events(receive)));
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    answer
}

/// A body that goes on for as long as somebody sends.
struct Events(mpsc::Receiver<Bytes>);

impl Body for Events {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.poll_recv(context).map(|bytes| bytes.map(|bytes| Ok(Frame::data(bytes))))
    }
}
