//! Nobody else's page may act in a visitor's name.
//!
//! tower-http has a layer for this, but it also lets through what bears the same `Host` as its `Origin`, or neither
//! header; here the public address alone counts, and a cookie is never believed without one of the headers.

use super::{Fault, HttpState, cookie::Cookies, visitor};
use crate::auth::{Refusal, SECURITY, cut};
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::{net::Ipv4Addr, sync::PoisonError};
use url::{Host, Url};

/// The event's name. Only the log has it: whose name was abused is not known.
pub(crate) const EVENT: &str = Refusal::OtherSite.event();

/// As many paths are told of. An application has no more routes that others send to.
const MOST_TOLD: usize = 100;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// What a browser says of where a request comes from, and what that means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ComesFrom {
    /// One of our own pages, or a program that acts in nobody's name.
    Us,
    /// Somebody else's page.
    OtherSite,
    /// What is not served, and deserves words of its own.
    Unclear(Fault),
}

/// Refuses requests that change something and do not come from our own pages.
pub async fn same_origin_only(State(state): State<HttpState>, request: Request, next: Next) -> Response {
    if is_safe(request.method()) {
        return next.run(request).await;
    }
    match comes_from(request.headers(), &own(&state)) {
        ComesFrom::Us => next.run(request).await,
        ComesFrom::OtherSite => refuse(&state, request, Refusal::OtherSite, None),
        ComesFrom::Unclear(fault) => refuse(&state, request, Refusal::OtherSite, Some(fault)),
    }
}

/// Whether a request may act in a visitor's name: it only looks, or comes from a page of ours; a socket always has to.
pub fn acts_for_visitor(state: &HttpState, request: &Request) -> bool {
    let headers = request.headers();
    let opens_socket = headers.contains_key(header::UPGRADE);
    (is_safe(request.method()) && !opens_socket) || comes_from(headers, &own(state)) == ComesFrom::Us
}

/// Reads the cookies of a request to a host's route. What comes from somebody else's page has none of ours: it goes on
/// without a session, and the log says so.
pub fn cookies_of_visitor(state: &HttpState, request: &Request) -> Cookies {
    let cookies = Cookies::read(request.headers(), &state.cookie_suffix);
    if acts_for_visitor(state, request) {
        return cookies;
    }
    if cookies.session.is_some() {
        tell_of_other_origin(state, request);
    }
    Cookies::default()
}

/// Says once for each path, with both origins, that a session was left out.
fn tell_of_other_origin(state: &HttpState, request: &Request) {
    let path = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str);
    let mut told = state.told_of_origins.lock().unwrap_or_else(PoisonError::into_inner);
    if told.len() >= MOST_TOLD || !told.insert(path.to_owned()) {
        return;
    }
    let origin = only(request.headers(), header::ORIGIN).map(cut);
    tracing::warn!(
        path,
        ?origin,
        public_url = state.auth.public_url().origin().ascii_serialization(),
        "what another site has sent goes on without a session: `auth.same_origin_only()` would refuse it"
    );
}

/// Answers a request that does not come from our own pages.
pub fn refused(state: &HttpState, request: Request) -> Response {
    refuse(state, request, Refusal::OtherSite, None)
}

/// Answers 403, and logs the event with what there is to act on: whose browser it was, and which page sent it.
fn refuse(state: &HttpState, mut request: Request, what: Refusal, fault: Option<Fault>) -> Response {
    let client = visitor::ip(state, &mut request);
    let now = state.auth.clock().now();
    if let Some(count) = state.auth.refusals().count(client.network(), what, now) {
        // The route alone: a link that was mangled may have its token in the path.
        let path = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str);
        let headers = request.headers();
        // Escaped as debugging output is: both are what somebody else wrote.
        let (site, origin) = (only(headers, SEC_FETCH_SITE).map(cut), only(headers, header::ORIGIN).map(cut));
        tracing::warn!(
            target: SECURITY, event = EVENT, %client, ?origin, ?site, path, count, "refused a request from another site"
        );
    }
    let mut response = StatusCode::FORBIDDEN.into_response();
    if let Some(fault) = fault {
        response.extensions_mut().insert(fault);
    }
    response
}

/// Refuses sockets that are not opened by one of our own pages: browsers let any page open one, with our cookies, and
/// always say which.
pub async fn own_sockets_only(State(state): State<HttpState>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let is_own = only(headers, header::ORIGIN).is_some_and(|origin| own(&state).contains(origin))
        && only(headers, SEC_FETCH_SITE).is_none_or(|site| site == "same-origin");
    if is_own {
        return next.run(request).await;
    }
    refuse(&state, request, Refusal::OtherSitesSocket, None)
}

fn own(state: &HttpState) -> Own {
    let own = Own::of(state.auth.public_url());
    // The other name may be another tenant's.
    if state.auth.has_tenants() { Own { twin: None, ..own } } else { own }
}

/// The origins whose pages are ours: the public one, and on a laptop the other name of the same machine and port. A host's
/// page may be open at either.
struct Own {
    public: String,
    twin: Option<String>,
}

impl Own {
    fn of(public: &Url) -> Self {
        let twin = match public.host() {
            Some(Host::Domain("localhost")) => Some("127.0.0.1"),
            Some(Host::Ipv4(ip)) if ip == Ipv4Addr::LOCALHOST => Some("localhost"),
            _ => None,
        };
        let twin = twin.and_then(|name| {
            let mut url = public.clone();
            url.set_host(Some(name)).ok()?;
            Some(url.origin().ascii_serialization())
        });
        Self { public: public.origin().ascii_serialization(), twin }
    }

    fn contains(&self, origin: &str) -> bool {
        origin == self.public || self.twin.as_deref() == Some(origin)
    }
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn comes_from(headers: &HeaderMap, own: &Own) -> ComesFrom {
    match (only(headers, SEC_FETCH_SITE), only(headers, header::ORIGIN)) {
        // A page without a referrer says `null`, and another site's cannot say `same-origin`.
        (Some("same-origin"), None | Some("null")) => ComesFrom::Us,
        (Some("same-origin"), Some(origin)) if own.contains(origin) => ComesFrom::Us,
        // What is no text, or there twice, no browser of ours has written.
        (Some("same-origin"), Some("")) => ComesFrom::OtherSite,
        (Some("same-origin"), Some(_)) => ComesFrom::Unclear(Fault::OtherAddress),
        (Some(_), _) => ComesFrom::OtherSite,
        (None, Some(origin)) if own.contains(origin) => ComesFrom::Us,
        (None, Some("null")) => ComesFrom::Unclear(Fault::OriginMissing),
        (None, Some(_)) => ComesFrom::OtherSite,
        (None, None) if headers.contains_key(header::COOKIE) => ComesFrom::Unclear(Fault::OriginMissing),
        (None, None) => ComesFrom::Us,
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

    fn comes(lines: &[(&'static str, &str)]) -> ComesFrom {
        let headers = lines
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap()))
            .collect();
        comes_from(&headers, &Own::of(&Url::parse("https://notes.example").unwrap()))
    }

    #[test]
    fn our_own_pages_pass() {
        for lines in [
            &[("sec-fetch-site", "same-origin"), ("cookie", "a=b")][..],
            &[("sec-fetch-site", "same-origin"), ("origin", "https://notes.example"), ("cookie", "a=b")],
            &[("sec-fetch-site", "same-origin"), ("origin", "null"), ("cookie", "a=b")],
            &[("origin", "https://notes.example"), ("cookie", "a=b")],
        ] {
            assert_eq!(comes(lines), ComesFrom::Us, "{lines:?}");
        }
        assert_eq!(comes(&[]), ComesFrom::Us, "a program without cookies acts in nobody's name");
    }

    #[test]
    fn a_laptop_has_two_names() {
        for (public, twin) in
            [("http://localhost:3000", "http://127.0.0.1:3000"), ("http://127.0.0.1", "http://localhost")]
        {
            let own = Own::of(&Url::parse(public).unwrap());
            assert!(own.contains(public) && own.contains(twin), "{public}");
            assert!(!own.contains("http://localhost:3001") && !own.contains("http://127.0.0.2"), "{public}");
        }
        assert!(!Own::of(&Url::parse("https://notes.example").unwrap()).contains("https://localhost"));
    }

    #[test]
    fn other_sites_are_refused() {
        for site in ["cross-site", "same-site", "none", "Same-Origin", "", " same-origin,cross-site"] {
            let lines = [("sec-fetch-site", site), ("origin", "https://notes.example")];
            assert_eq!(comes(&lines), ComesFrom::OtherSite, "{site:?}");
        }
        for origin in ["https://notes.example:444", "http://notes.example", "https://notes.example.evil.example", ""] {
            assert_eq!(comes(&[("origin", origin)]), ComesFrom::OtherSite, "{origin:?}");
            let same = comes(&[("sec-fetch-site", "same-origin"), ("origin", origin)]);
            assert_ne!(same, ComesFrom::Us, "{origin:?} also where the other header is right");
        }
        let twice = [("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site")];
        assert_eq!(comes(&twice), ComesFrom::OtherSite);
        let own = ("origin", "https://notes.example");
        assert_eq!(comes(&[("sec-fetch-site", "same-origin"), own, own]), ComesFrom::OtherSite);
    }

    #[test]
    fn a_browser_that_says_nothing_is_told_apart_from_another_site() {
        assert_eq!(comes(&[("cookie", "a=b")]), ComesFrom::Unclear(Fault::OriginMissing));
        assert_eq!(comes(&[("origin", "null"), ("cookie", "a=b")]), ComesFrom::Unclear(Fault::OriginMissing));
        assert_eq!(comes(&[("origin", "null")]), ComesFrom::Unclear(Fault::OriginMissing));
        let elsewhere = [("sec-fetch-site", "same-origin"), ("origin", "http://127.0.0.1:3000")];
        assert_eq!(comes(&elsewhere), ComesFrom::Unclear(Fault::OtherAddress));
    }
}
