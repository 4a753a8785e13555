//! What must hold for any bytes that a stranger sends, one function for each parser. The fuzz targets call these with
//! whatever libFuzzer makes up, and `tests/fuzz_corpus.rs` with what it has found so far.

#![allow(dead_code, reason = "each fuzz target needs one of them")]

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, HeaderName, HeaderValue, Method, Request, header},
};
use leptos_magic_auth::{
    Paths,
    internals::{
        auth::{
            BrowserSecret, DeviceSecret, LinkToken, PageId, SessionToken, UndoToken, address, browser_name, return_to,
        },
        config::Config,
        digits,
        http::{
            cookie::{self, Cookies},
            typed::Field,
        },
        server::Server,
        types::is_of_log_in_or_out,
    },
};
use std::sync::OnceLock;
use tokio::runtime::Runtime;
use tower::ServiceExt;
use url::Url;

/// An email address is refused, or has one plain form that stays as it is.
pub fn address(input: &[u8]) {
    let Ok(typed) = str::from_utf8(input) else { return };
    let Ok(parsed) = address::parse(typed) else { return };
    let text = parsed.as_str();
    assert!(text.len() <= 254 && text.bytes().all(|byte| byte.is_ascii_graphic() && !byte.is_ascii_uppercase()));
    assert!(!text.contains(['"', ',', ';', ':', '<', '>', '\\']), "{text}");
    let (local, domain) = text.split_once('@').expect("one @");
    assert!((1..=64).contains(&local.len()) && !domain.is_empty() && !domain.contains('@'));
    assert_eq!(address::parse(text).as_ref(), Ok(&parsed), "its own form is good");
    assert_eq!(address::parse(&format!(" {} ", text.to_ascii_uppercase())).as_ref(), Ok(&parsed), "in any case");
}

/// A way back is refused, or leads a browser to a path of ours that neither logs in nor out.
pub fn return_to(input: &[u8]) {
    let Ok(asked) = str::from_utf8(input) else { return };
    let paths = Paths::default();
    let Some(path) = return_to::parse(asked, &paths) else { return };
    assert_eq!(path, asked, "nothing is mended");
    assert!(path.len() <= 2048 && path.bytes().all(|byte| byte.is_ascii_graphic()));
    let base = Url::parse("https://notes.example/somewhere").expect("an address");
    let target = base.join(path).expect("an address");
    assert_eq!(target.origin(), base.origin(), "{path}");
    assert!(!is_of_log_in_or_out(&paths, target.path()), "{path}");
    HeaderValue::from_str(path).expect("a header");
}

/// Cookies are read or left; the secrets in them have one spelling; what was typed is never longer than it may be.
pub fn cookies(input: &[u8]) {
    let lines = input.split(|byte| *byte == b'\n').filter_map(|line| HeaderValue::from_bytes(line).ok());
    let headers: HeaderMap = lines.map(|line| (header::COOKIE, line)).collect();
    let read = Cookies::read(&headers, "");
    let stands = |name: &str, value: &str| {
        let cookie = format!("{name}={value}");
        headers.values().any(|line| line.as_bytes().windows(cookie.len()).any(|part| part == cookie.as_bytes()))
    };
    assert!(read.session.is_none_or(|token| stands(cookie::SESSION, &token.reveal())));
    assert!(read.challenge.is_none_or(|secret| stands(cookie::CHALLENGE, &secret.reveal())));
    assert!(read.device.is_none_or(|secret| stands(cookie::DEVICE, &secret.reveal())));
    assert!(read.link.is_none_or(|token| stands(cookie::LINK, &token.reveal())));
    assert!(read.undo.is_none_or(|token| stands(cookie::UNDO, &token.reveal())));
    if let Some(typed) = &read.typed {
        assert!(typed.text.len() <= 512);
        let back = cookie::typed(typed.field, &typed.text);
        assert!(back.to_str().is_ok_and(|line| line.starts_with(cookie::TYPED)));
        assert!([Field::Email, Field::NewEmail, Field::Code].contains(&typed.field));
    }

    let Ok(text) = str::from_utf8(input) else { return };
    assert!(SessionToken::parse(text).is_none_or(|token| token.reveal() == text));
    assert!(LinkToken::parse(text).is_none_or(|token| token.reveal() == text));
    assert!(UndoToken::parse(text).is_none_or(|token| token.reveal() == text));
    assert!(BrowserSecret::parse(text).is_none_or(|secret| secret.reveal() == text));
    assert!(DeviceSecret::parse(text).is_none_or(|secret| secret.reveal() == text));
    let _ = PageId::parse(text);
}

/// A code is refused, or is nothing but digits, however they were written and set apart.
pub fn typed_code(input: &[u8]) {
    let Ok(typed) = str::from_utf8(input) else { return };
    let Some(read) = digits::normalise(typed) else { return };
    assert!(read.bytes().all(|byte| byte.is_ascii_digit()));
    assert!(read.len() <= typed.chars().count());
    assert_eq!(digits::normalise(&read).as_deref(), Some(&*read));
    assert_eq!(digits::normalise(&digits::grouped(&read)).as_deref(), Some(&*read), "as the email shows it");
}

/// A browser's name is short and in one line, and ours for it is one of our own words.
pub fn user_agent(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let kept = browser_name::kept(&text);
    assert!(kept.len() <= 256 && !kept.contains(char::is_control));
    let name = browser_name::of(&kept).to_string();
    assert!(name.len() < 100 && !name.contains(['<', '\n', '\r']), "{name}");
}

/// The application in memory, with nothing around it that the network would do.
struct Application {
    runtime: Runtime,
    router: Router,
    _folder: tempfile::TempDir,
}

fn application() -> &'static Application {
    static APPLICATION: OnceLock<Application> = OnceLock::new();
    APPLICATION.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let database = format!("sqlite://{}", folder.path().join("fuzz.db").display());
        let settings = [
            ("--database-url", database.as_str()),
            ("--client-ip-source", "RightmostXForwardedFor"),
            ("--argon2-memory", "8"),
            ("--dangerously-without-limits", "true"),
            ("--mailbox-key", "the-key-of-these-tests"),
        ];
        let config = Config::from_flags(settings.into_iter().flat_map(|(flag, value)| [flag, value]));
        let config = config.expect("good settings");
        let runtime = Runtime::new().expect("a runtime");
        let Ok(server) = runtime.block_on(Server::build(config)) else { panic!("no server") };
        let router = server.router();
        Application { runtime, router, _folder: folder }
    })
}

/// The first line is method and target, then come headers up to an empty line, then the body. What is no HTTP never
/// gets as far as here.
fn read_request(input: &[u8]) -> Option<Request<Body>> {
    let end = input.windows(2).position(|two| two == b"\n\n").unwrap_or(input.len());
    let (head, body) = (&input[..end], input.get(end + 2..).unwrap_or_default());
    let mut lines = head.split(|byte| *byte == b'\n');
    let mut first = lines.next()?.splitn(2, |byte| *byte == b' ');
    let method = Method::from_bytes(first.next()?).ok()?;
    let mut request = Request::builder().method(method).uri(first.next()?);
    for line in lines.take(20) {
        let at = line.iter().position(|byte| *byte == b':')?;
        let (name, value) = (HeaderName::from_bytes(&line[..at]).ok()?, line[at + 1..].trim_ascii());
        request = request.header(name, HeaderValue::from_bytes(value).ok()?);
    }
    request.body(Body::from(body.to_vec())).ok()
}

/// Whatever is asked, the application answers, is not at fault, carries the headers of protection, and leads nowhere but
/// to paths of its own.
pub fn request(input: &[u8]) {
    let Some(request) = read_request(input) else { return };
    let Application { runtime, router, .. } = application();
    let (asked, response) = runtime.block_on(async {
        let asked = format!("{} {}", request.method(), request.uri());
        let response = router.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
        let (parts, body) = response.into_parts();
        to_bytes(body, 1 << 20).await.expect("a whole answer");
        (asked, parts)
    });
    assert!(response.status.as_u16() < 500, "{asked}: {}", response.status);
    for name in ["content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy"] {
        assert!(response.headers.contains_key(name), "{asked}: no {name}");
    }
    if let Some(location) = response.headers.get(header::LOCATION) {
        let location = location.to_str().expect("plain text");
        // Whoever names this machine otherwise is led to the public address.
        let path = location.strip_prefix("http://localhost:3000").unwrap_or(location);
        assert!(path.starts_with('/') && !location.starts_with("//") && !location.contains('\\'), "{location}");
    }
}
