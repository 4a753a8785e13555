//! Guards: who may reach a host's routes.

use super::layer::{Inner, is_navigation, keep_nowhere, vary_by_cookie};
use crate::{
    app::Site,
    http::{
        Found, Lookup, PageOf, cookie, cookie::Cookies, headers::add_cookie, language::Choice, origin, original_uri,
        see_other,
    },
    types::{EndReason, Notice},
};
use axum::{
    extract::Request,
    http::{HeaderMap, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use std::convert::Infallible;
use tower::Service;

/// Finds the look-up of a request, or begins one where the layer is missing.
fn lookup(site: &Site, request: &mut Request) -> Lookup {
    if let Some(lookup) = Lookup::of(request.extensions()) {
        return lookup.clone();
    }
    let cookies = match origin::acts_for_visitor(&site.http, request) {
        true => Cookies::read(request.headers(), &site.http.cookie_suffix),
        false => Cookies::default(),
    };
    let choice = Choice::of(&site.http, request);
    let lookup = Lookup::new(site.http.clone(), &cookies, choice, PageOf::Host);
    request.extensions_mut().insert(lookup.clone());
    request.extensions_mut().insert(site.clone());
    lookup
}

pub(super) async fn require_session<S>(site: Site, mut request: Request, inner: Inner<S>) -> Response
where
    S: Service<Request, Error = Infallible>,
    S::Response: IntoResponse,
{
    let found = lookup(&site, &mut request).found().await.clone();
    if found.session().is_none() {
        return turn_away(&site, request.method(), original_uri(&request), request.headers(), &found);
    }
    let mut response = inner.serve(request).await;
    keep_nowhere(response.headers_mut());
    response
}

pub(super) async fn redirect_if_logged_in<S>(site: Site, mut request: Request, inner: Inner<S>) -> Response
where
    S: Service<Request, Error = Infallible>,
    S::Response: IntoResponse,
{
    let lookup = lookup(&site, &mut request);
    if lookup.found().await.session().is_none() {
        let mut response = inner.serve(request).await;
        if lookup.has_cookie() {
            vary_by_cookie(response.headers_mut());
        }
        return response;
    }
    let mut response = see_other(&site.http.auth.paths().signed_in(&[]));
    keep_nowhere(response.headers_mut());
    response
}

pub(super) async fn same_origin_only<S>(site: Site, request: Request, inner: Inner<S>) -> Response
where
    S: Service<Request, Error = Infallible>,
    S::Response: IntoResponse,
{
    if origin::acts_for_visitor(&site.http, &request) {
        return inner.serve(request).await;
    }
    origin::refused(&site.http, request)
}

/// Answers who is not logged in: a browser goes to the log-in page, which says why and brings back what can be asked for
/// again by itself; a program gets 401.
pub(super) fn turn_away(site: &Site, method: &Method, uri: &Uri, headers: &HeaderMap, found: &Found) -> Response {
    if matches!(found, Found::Unavailable) {
        return (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "5")]).into_response();
    }
    if !is_navigation(headers) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let ended = match found {
        Found::Ended(because) => Some(*because),
        _ => None,
    };
    let mut response = see_other(&log_in_path(site, method, uri, ended));
    vary_by_cookie(response.headers_mut());
    if ended.is_some() {
        add_cookie(response.headers_mut(), cookie::gone(cookie::SESSION));
        cookie::name(response.headers_mut(), &site.http.cookie_suffix);
    }
    response
}

/// Returns the log-in page that says why, and leads back to what was asked for where that was a look.
pub(super) fn log_in_path(site: &Site, method: &Method, uri: &Uri, ended: Option<EndReason>) -> String {
    let notice = ("notice", ended.map_or(Notice::LogInFirst, Notice::from).as_str());
    let asked = uri.path_and_query().map_or("", |asked| asked.as_str());
    let paths = site.http.auth.paths();
    match *method {
        Method::GET | Method::HEAD => paths.log_in(&[notice, ("return_to", asked)]),
        _ => paths.log_in(&[notice]),
    }
}
