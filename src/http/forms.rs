//! What may be sent: whole, soon, and not large; to a server function a form.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::time::Duration;
use tokio::time::timeout;

/// Longest form, in bytes. The largest honest one has less than 4 KiB.
const MOST_BYTES: usize = 64 * 1024;

/// How long a form may take to arrive.
const PATIENCE: Duration = Duration::from_secs(10);

/// Reads what was sent before anybody sees it: 413 when it is too long, 408 when it does not arrive.
pub async fn read_body(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let bytes = match timeout(PATIENCE, to_bytes(body, MOST_BYTES)).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(_)) => return (StatusCode::PAYLOAD_TOO_LARGE, [(header::CONNECTION, "close")]).into_response(),
        Err(_) => return (StatusCode::REQUEST_TIMEOUT, [(header::CONNECTION, "close")]).into_response(),
    };
    next.run(Request::from_parts(parts, Body::from(bytes))).await
}

/// Answers what is no form a server function could read: 415 when it is none, 400 when it cannot be understood.
pub async fn forms_only(request: Request, next: Next) -> Response {
    if !is_form(request.headers()) {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    let (parts, body) = request.into_parts();
    let Ok(form) = to_bytes(body, MOST_BYTES).await else { return StatusCode::BAD_REQUEST.into_response() };
    let form = one_of_each_box(&form).map_or_else(|| Body::from(form.clone()), Body::from);
    let response = next.run(Request::from_parts(parts, form)).await;
    if is_misread(&response) { StatusCode::BAD_REQUEST.into_response() } else { response }
}

/// Boxes of our forms. Frameworks put a hidden field of the same name before a box, so that one which is not ticked is sent
/// too: the last of them says what was meant.
const BOXES: [&str; 2] = ["keep", "sure"];

/// Writes a form anew in which a box stands more than once; `None` where none does.
fn one_of_each_box(form: &[u8]) -> Option<String> {
    let fields: Vec<_> = url::form_urlencoded::parse(form).collect();
    let stands_later = |at: usize| fields[at + 1..].iter().any(|(name, _)| *name == fields[at].0);
    let is_kept = |at: &usize| !(BOXES.contains(&&*fields[*at].0) && stands_later(*at));
    let kept: Vec<_> = (0..fields.len()).filter(is_kept).map(|at| &fields[at]).collect();
    (kept.len() < fields.len())
        .then(|| url::form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish())
}

fn is_form(headers: &HeaderMap) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    content_type
        .split(';')
        .next()
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"))
}

/// Server functions set status and target of every outcome of their own. What is left is a form whose fields are
/// missing, doubled or lists: Leptos answers it with 500, or sends the browser back by 302 with the error in the query.
fn is_misread(response: &Response) -> bool {
    matches!(response.status(), StatusCode::INTERNAL_SERVER_ERROR | StatusCode::FOUND)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_box_that_stands_twice_the_last_one_counts_and_everything_else_stays() {
        for (form, read) in [
            ("keep=false&keep=true", Some("keep=true")),
            ("email=a%40b&keep=0&keep=1&page=x", Some("email=a%40b&keep=1&page=x")),
            ("sure=on&sure=false", Some("sure=false")),
            ("keep=on&keep=on&keep=off", Some("keep=off")),
            ("email=a&email=b", None),
            ("keep=on&sure=on", None),
            ("", None),
        ] {
            assert_eq!(one_of_each_box(form.as_bytes()).as_deref(), read, "{form}");
        }
    }
}
