//! Headers of every answer.

use super::{HttpState, cookie};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// For what depends on a cookie: kept nowhere, so Back shows nothing after a log-out.
pub const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// For a file whose name changes with its content: kept for a year without asking.
pub(crate) const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// For an answer that is no page: nothing in it may run or load.
const NOTHING_RUNS: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; object-src 'none'",
);

/// Two years, and without `includeSubDomains`: other hosts of the same domain are their owners' to decide about. One of
/// them that speaks no TLS would be gone, for everybody who was ever here, until the two years are over.
const ONLY_HTTPS: HeaderValue = HeaderValue::from_static("max-age=63072000");

/// What is always the same. A header that an answer brings itself stays as it is.
const ALWAYS: [(HeaderName, HeaderValue); 6] = [
    (header::CONTENT_SECURITY_POLICY, NOTHING_RUNS),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    // `no-referrer` would lose the way back after a form; another origin never sees a path either way.
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ),
];

/// Puts the headers of protection on every answer.
pub async fn protect(State(state): State<HttpState>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if !state.cookie_suffix.is_empty() {
        cookie::name(headers, &state.cookie_suffix);
    }
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(value);
    }
    if state.auth.public_url().scheme() == "https" {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, ONLY_HTTPS);
    }
    response
}

/// Puts a cookie on an answer, beside those that are there.
pub fn add_cookie(headers: &mut HeaderMap, cookie: HeaderValue) {
    headers.append(header::SET_COOKIE, cookie);
}
