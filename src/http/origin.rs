//! Nobody else's page may act in a visitor's name.
//!
//! tower-http has a layer for this, but it also lets through what bears the same `Host` as its `Origin`, or neither
//! header; here the public address alone counts, and a cookie is never believed without one of the headers.

use super::{HttpState, visitor};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// The event's name. Only the log has it: whose name was abused is not known.
pub(crate) const EVENT: &str = "malicious_csrf";

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses requests that change something and do not come from our own pages.
pub async fn same_origin_only(State(state): State<HttpState>, request: Request, next: Next) -> Response {
    let own = state.auth.public_url().origin().ascii_serialization();
    if is_safe(request.method()) || comes_from_us(request.headers(), &own) {
        return next.run(request).await;
    }
    refuse(&state, request).await
}

/// Answers 403, and logs the event with what there is to act on: whose browser it was, and which page sent it.
async fn refuse(state: &HttpState, mut request: Request) -> Response {
    let client = visitor::address(state, &mut request).await;
    let (headers, path) = (request.headers(), request.uri().path());
    // Escaped as debugging output is: both are what somebody else wrote.
    let (site, origin) = (only(headers, SEC_FETCH_SITE), only(headers, header::ORIGIN));
    tracing::warn!(target: "security", event = EVENT, client, ?origin, ?site, path, "refused a request from another site");
    StatusCode::FORBIDDEN.into_response()
}

/// Refuses sockets that are not opened by one of our own pages: browsers let any page open one, with our cookies, and
/// always say which.
pub async fn own_sockets_only(State(state): State<HttpState>, request: Request, next: Next) -> Response {
    let (headers, own) = (request.headers(), state.auth.public_url().origin().ascii_serialization());
    let is_own = only(headers, header::ORIGIN) == Some(&own)
        && only(headers, SEC_FETCH_SITE).is_none_or(|site| site == "same-origin");
    if is_own { next.run(request).await } else { refuse(&state, request).await }
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn comes_from_us(headers: &HeaderMap, own: &str) -> bool {
    match (only(headers, SEC_FETCH_SITE), only(headers, header::ORIGIN)) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => origin == own,
        (None, None) => !headers.contains_key(header::COOKIE),
    }
}

/// A header's value; a text that nothing equals when it is there twice or is no text.
fn only(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?;
    Some(if values.next().is_some() { "" } else { value.to_str().unwrap_or("") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn comes(lines: &[(&'static str, &str)]) -> bool {
        let headers = lines
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap()))
            .collect();
        comes_from_us(&headers, "https://notes.example")
    }

    #[test]
    fn our_own_pages_pass() {
        assert!(comes(&[("sec-fetch-site", "same-origin"), ("cookie", "a=b")]));
        assert!(comes(&[("origin", "https://notes.example"), ("cookie", "a=b")]));
        assert!(comes(&[]), "a program without cookies acts in nobody's name");
    }

    #[test]
    fn everything_else_is_refused() {
        for site in ["cross-site", "same-site", "none", "Same-Origin", "", " same-origin,cross-site"] {
            assert!(!comes(&[("sec-fetch-site", site), ("origin", "https://notes.example")]), "{site:?}");
        }
        for origin in
            ["null", "https://notes.example:444", "http://notes.example", "https://notes.example.evil.example", ""]
        {
            assert!(!comes(&[("origin", origin)]), "{origin:?}");
        }
        assert!(!comes(&[("cookie", "a=b")]));
        assert!(!comes(&[("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site")]));
    }
}
