//! The letters of development as data, for tests and for whoever scripts a log-in.

use super::{HttpState, headers::NO_STORE};
use crate::{mail::Letter, types::Timestamp};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use serde::Serialize;

/// A letter as others read it.
#[derive(Serialize)]
struct LetterData {
    to: String,
    from: String,
    subject: String,
    text: String,
    html: String,
    at: Timestamp,
}

/// Where a letter's HTML part is shown: in a frame in which nothing runs and nothing is loaded.
const SHOWN_ALONE: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; \
     sandbox allow-popups allow-top-navigation-by-user-activation",
);

/// The letters, newest first; none when there is no mailbox, or when the request names another host than ours, as it
/// would if somebody else's name had been pointed at this machine.
pub fn letters(state: &HttpState, headers: &HeaderMap) -> Option<Vec<Letter>> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let url = state.auth.public_url();
    let own = url.origin().ascii_serialization();
    let own = own.split_once("://").map_or("", |(_, host)| host);
    (host == own).then(|| state.mailbox.as_ref().map(|mailbox| mailbox.letters())).flatten()
}

/// `GET /dev/mailbox.json`
pub async fn json(State(state): State<HttpState>, headers: HeaderMap) -> Response {
    let Some(letters) = letters(&state, &headers) else { return StatusCode::NOT_FOUND.into_response() };
    let from = state.mail_from.to_string();
    let data = letters.into_iter().map(|letter| LetterData {
        to: letter.to,
        from: from.clone(),
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        at: letter.at,
    });
    ([(header::CACHE_CONTROL, NO_STORE)], Json(data.collect::<Vec<_>>())).into_response()
}

/// `GET /dev/mailbox/{id}`: a letter's HTML part as a mail program would show it.
pub async fn html(
    State(state): State<HttpState>,
    axum::extract::Path(id): axum::extract::Path<String>,
    headers: HeaderMap,
) -> Response {
    let letters = letters(&state, &headers).unwrap_or_default();
    match letters.into_iter().find(|letter| letter.id.to_string() == id) {
        // The letter's link shall open the page, not a page within the frame.
        Some(letter) => {
            let html = letter.html.replacen("<head>", "<head>\n<base target=\"_top\">", 1);
            ([(header::CONTENT_SECURITY_POLICY, SHOWN_ALONE), (header::CACHE_CONTROL, NO_STORE)], Html(html))
                .into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
