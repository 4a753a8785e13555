//! The emails of development as data, for tests and for whoever scripts a log-in.
//!
//! They are shown to who has the key: a browser keeps it in a cookie, a program sends `?key=` each time.

use super::{HttpState, MailboxKey, cookie, headers::NO_STORE, original_uri};
use crate::{
    mail::{EmailMessage, Mailbox},
    types::Timestamp,
};
use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header},
    response::{Html, IntoResponse, Response},
};
use serde::Serialize;

/// The mailbox of development, and what opens it.
#[derive(Clone)]
pub struct LockedMailbox {
    /// The emails.
    pub mailbox: Mailbox,
    /// The key.
    pub key: MailboxKey,
}

/// An email as others read it.
#[derive(Serialize)]
struct EmailData {
    to: String,
    from: String,
    subject: String,
    text: String,
    html: String,
    at: Timestamp,
}

/// Where an email's HTML part is shown: in a frame in which nothing runs and nothing is loaded.
const SHOWN_ALONE: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; \
     sandbox allow-popups allow-top-navigation-by-user-activation",
);

const SEC_FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");

/// Opens the mailbox for a request to its page and returns the emails, newest first; otherwise returns the answer: where
/// a browser brings the key in the address, the same address without it and with a cookie instead.
///
/// # Errors
/// The answer.
pub fn open_page(state: &HttpState, request: &Request) -> Result<Vec<EmailMessage>, Box<Response>> {
    let headers = request.headers();
    let shows_pages = headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"text/html"));
    open(state, request, shows_pages || is_navigation(headers))
}

fn open(state: &HttpState, request: &Request, by_browser: bool) -> Result<Vec<EmailMessage>, Box<Response>> {
    let not_found = || Box::new(StatusCode::NOT_FOUND.into_response());
    let locked = state.mailbox.as_ref().filter(|_| names_own_host(state, request.headers())).ok_or_else(not_found)?;
    match keys_in(request.uri()).as_slice() {
        [] => {
            let kept = cookie::mailbox_key(request.headers(), &state.cookie_suffix).unwrap_or_default();
            if locked.key.opens_with(kept) { Ok(locked.mailbox.messages()) } else { Err(not_found()) }
        }
        [given] if locked.key.opens_with(given) => {
            if by_browser {
                Err(Box::new(moved_into_cookie(&locked.key, original_uri(request).path())))
            } else {
                Ok(locked.mailbox.messages())
            }
        }
        _ => Err(not_found()),
    }
}

/// Whether the request names our own host: not so when somebody else's name was pointed at this machine.
fn names_own_host(state: &HttpState, headers: &HeaderMap) -> bool {
    let own = state.auth.public_url().origin().ascii_serialization();
    let own = own.split_once("://").map_or("", |(_, host)| host);
    headers.get(header::HOST).is_some_and(|host| host.as_bytes() == own.as_bytes())
}

/// Whether a browser goes there, as opposed to a program or script that fetches it.
fn is_navigation(headers: &HeaderMap) -> bool {
    headers.get(SEC_FETCH_MODE).is_some_and(|mode| mode == "navigate")
}

/// Whether an address holds a key that opens the mailbox.
pub(crate) fn is_key_in(uri: &Uri) -> bool {
    !keys_in(uri).is_empty()
}

fn keys_in(uri: &Uri) -> Vec<String> {
    let fields = url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
    fields.filter(|(name, _)| name == "key").map(|(_, key)| key.into_owned()).collect()
}

fn moved_into_cookie(key: &MailboxKey, path: &str) -> Response {
    let mut response = super::see_other(path);
    response.headers_mut().insert(header::CACHE_CONTROL, NO_STORE);
    super::headers::add_cookie(response.headers_mut(), cookie::mailbox(key));
    response
}

/// `GET /dev/mailbox.json`
pub async fn json(State(state): State<HttpState>, request: Request) -> Response {
    let messages = match open(&state, &request, is_navigation(request.headers())) {
        Ok(messages) => messages,
        Err(answer) => return *answer,
    };
    let from = state.mail_from.to_string();
    let data = messages.into_iter().map(|message| EmailData {
        to: message.to,
        from: from.clone(),
        subject: message.subject,
        text: message.text,
        html: message.html,
        at: message.at,
    });
    ([(header::CACHE_CONTROL, NO_STORE)], Json(data.collect::<Vec<_>>())).into_response()
}

/// `GET /dev/mailbox/{id}`: an email's HTML part as a mail program would show it.
pub async fn html(
    State(state): State<HttpState>,
    axum::extract::Path(id): axum::extract::Path<String>,
    request: Request,
) -> Response {
    let messages = match open(&state, &request, is_navigation(request.headers())) {
        Ok(messages) => messages,
        Err(answer) => return *answer,
    };
    match messages.into_iter().find(|message| message.id.to_string() == id) {
        // The email's link shall open the page, not a page within the frame.
        Some(message) => {
            let html = message.html.replacen("<head>", "<head>\n<base target=\"_top\">", 1);
            ([(header::CONTENT_SECURITY_POLICY, SHOWN_ALONE), (header::CACHE_CONTROL, NO_STORE)], Html(html))
                .into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
