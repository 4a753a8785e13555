//! The layer around a host's router, and the guards around its routes.

use super::guard;
use crate::{
    app::Site,
    http::{Lookup, PageOf, cookie::Cookies, headers::NO_STORE, language, origin, span},
    types::functions,
};
use axum::{
    Router,
    body::Body,
    extract::{OriginalUri, Request},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};
use tower::{Layer, Service, ServiceExt};

/// A layer of [`MagicAuth`](super::MagicAuth): the one around the host's router, or a guard.
#[derive(Clone)]
pub struct AuthLayer {
    site: Site,
    part: Part,
}

/// What a layer does.
#[derive(Clone)]
pub(super) enum Part {
    /// Finds out who visits, and answers what is sent to our server functions by this router.
    Sessions(Router),
    RequireSession,
    RedirectIfLoggedIn,
    SameOriginOnly,
}

impl AuthLayer {
    pub(super) fn new(site: Site, part: Part) -> Self {
        Self { site, part }
    }
}

impl<S> Layer<S> for AuthLayer {
    type Service = AuthService<S>;

    fn layer(&self, inner: S) -> AuthService<S> {
        AuthService { layer: self.clone(), inner }
    }
}

/// What an [`AuthLayer`] makes of a service.
#[derive(Clone)]
pub struct AuthService<S> {
    layer: AuthLayer,
    inner: S,
}

impl<S> Service<Request> for AuthService<S>
where
    S: Service<Request, Error = Infallible> + Clone + Send + Sync + 'static,
    S::Response: IntoResponse,
    S::Future: Send + 'static,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let fresh = self.inner.clone();
        // The one that is ready is the one that was polled.
        let inner = Inner(std::mem::replace(&mut self.inner, fresh));
        let AuthLayer { site, part } = self.layer.clone();
        Box::pin(async move {
            Ok(match part {
                Part::Sessions(functions) => sessions(site, functions, request, inner).await,
                Part::RequireSession => guard::require_session(site, request, inner).await,
                Part::RedirectIfLoggedIn => guard::redirect_if_logged_in(site, request, inner).await,
                Part::SameOriginOnly => guard::same_origin_only(site, request, inner).await,
            })
        })
    }
}

/// What stands within a layer.
pub(super) struct Inner<S>(S);

impl<S> Inner<S>
where
    S: Service<Request, Error = Infallible>,
    S::Response: IntoResponse,
{
    /// Serves the request.
    pub(super) async fn serve(mut self, request: Request) -> Response {
        match self.0.call(request).await {
            Ok(response) => response.into_response(),
            Err(never) => match never {},
        }
    }
}

/// Says that a request has met the layer: twice is once.
#[derive(Clone)]
struct Met;

async fn sessions<S>(site: Site, functions: Router, mut request: Request, inner: Inner<S>) -> Response
where
    S: Service<Request, Error = Infallible>,
    S::Response: IntoResponse,
{
    if request.extensions_mut().insert(Met).is_some() {
        return inner.serve(request).await;
    }
    if is_function(&site, &mut request) {
        return match functions.oneshot(request.map(Body::new)).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
    }
    let cookies = Cookies::read(request.headers(), &site.http.cookie_suffix);
    let cookies = if origin::acts_for_visitor(&site.http, &request) { cookies } else { Cookies::default() };
    let choice = language::Choice::of(&site.http, &mut request);
    let lookup = Lookup::new(site.http.clone(), &cookies, choice, PageOf::Host);
    request.extensions_mut().insert(lookup.clone());
    request.extensions_mut().insert(site);
    if lookup.has_cookie() && is_page(request.headers()) {
        lookup.found().await;
    }
    if let Some(session) = lookup.known().and_then(|found| found.session()) {
        span::note_session(session.id);
    }
    let mut response = inner.serve(request).await;
    if lookup.has_cookie()
        && let Some(found) = lookup.known()
    {
        match found.session() {
            Some(_) => keep_nowhere(response.headers_mut()),
            None => vary_by_cookie(response.headers_mut()),
        }
    }
    if lookup.speaks() {
        language::note_dependence(response.headers_mut());
    }
    response
}

/// Returns whether one of our server functions is asked for. Where this layer stands around the path below which the
/// application is nested, that path is taken off: the functions are mounted without it.
fn is_function<B>(site: &Site, request: &mut axum::http::Request<B>) -> bool {
    let prefix = &site.http.auth.paths().prefix;
    let path = request.uri().path();
    if functions::is_function(path) {
        return true;
    }
    let Some(below) = path.strip_prefix(&**prefix).filter(|below| !prefix.is_empty() && functions::is_function(below))
    else {
        return false;
    };
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    let Ok(uri) = format!("{below}{query}").parse() else { return false };
    let original = std::mem::replace(request.uri_mut(), uri);
    request.extensions_mut().insert(OriginalUri(original));
    true
}

/// Whether a page is asked for, of which parts may show who visits.
fn is_page(headers: &HeaderMap) -> bool {
    match headers.get(HeaderName::from_static("sec-fetch-dest")) {
        Some(destination) => destination == "document",
        None => accepts_html(headers),
    }
}

/// Whether a browser is about to go there.
pub(super) fn is_navigation(headers: &HeaderMap) -> bool {
    match headers.get(HeaderName::from_static("sec-fetch-mode")) {
        Some(mode) => mode == "navigate",
        None => accepts_html(headers),
    }
}

fn accepts_html(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}

/// Says on an answer that would be another one with a session that it depends on the cookie.
pub(super) fn vary_by_cookie(headers: &mut HeaderMap) {
    headers.append(header::VARY, HeaderValue::from_static("Cookie"));
}

/// Says on an answer that shows somebody's session that it is kept nowhere, unless the host says something as strict.
pub(super) fn keep_nowhere(headers: &mut HeaderMap) {
    let said = headers.get(header::CACHE_CONTROL).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_private = said.split(',').any(|word| matches!(word.trim(), "private" | "no-store"));
    if !is_private {
        headers.insert(header::CACHE_CONTROL, NO_STORE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_a_session_is_kept_nowhere_unless_the_host_said_private() {
        for (said, then) in [
            (None, "no-store"),
            (Some("public, max-age=60"), "no-store"),
            (Some("private, max-age=60"), "private, max-age=60"),
            (Some("no-store, private"), "no-store, private"),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(said) = said {
                headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(said));
            }
            keep_nowhere(&mut headers);
            assert_eq!(headers[header::CACHE_CONTROL], then, "{said:?}");
            assert!(!headers.contains_key(header::VARY));
        }
    }
}
