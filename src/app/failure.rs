//! What went wrong as a page: every error status without a page of its own becomes one here.

use super::{
    Site,
    document::{Page, document, in_host_document},
    host_document::Placed,
    texts,
};
use crate::{
    http::{ClientIpSource, Fault, headers::NO_STORE, language::Choice, wants_html},
    languages::Language,
};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use leptos::{prelude::*, reactive::owner::Owner};
use std::any::Any;

/// What an error page may load.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; \
     form-action 'self'",
);

/// Shows an error status as a page to who reads pages; a program gets one line of text, or the data that is there.
pub(super) async fn as_page(State(site): State<Site>, request: Request, next: Next) -> Response {
    let shows_pages = wants_html(request.headers());
    let choice = request.extensions().get::<Choice>().cloned();
    let mut response = next.run(request).await;
    if response.extensions().get() == Some(&Fault::ClientUnknown)
        && site.http.client_ip.source() == ClientIpSource::ConnectInfo
    {
        // No proxy will mend that: the program has to be written anew.
        *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        response.headers_mut().remove(header::RETRY_AFTER);
        response.extensions_mut().insert(Fault::NoConnectInfo);
    }
    let status = response.status();
    let is_failure = status.is_client_error() || status.is_server_error();
    let is_told_to_developer = response.extensions().get() == Some(&Fault::NoConnectInfo);
    let is_data = !shows_pages && !is_told_to_developer && response.headers().contains_key(header::CONTENT_TYPE);
    if !is_failure || is_data || is_page(&response) {
        return response;
    }
    let (mut parts, _) = response.into_parts();
    let fault = parts.extensions.get::<Fault>().copied();
    // Where it was found out who visits, the account's language is known.
    let language = parts.extensions.get::<Language>().cloned().or_else(|| choice.map(|choice| choice.language(None)));
    let language = language.unwrap_or_else(|| site.http.auth.languages().default_language().clone());
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CACHE_CONTROL, NO_STORE);
    let (kind, body) = if shows_pages {
        parts.headers.insert(header::CONTENT_SECURITY_POLICY, policy(&site));
        ("text/html; charset=utf-8", failure_page(&site, language, status, fault))
    } else {
        ("text/plain; charset=utf-8", in_a_line(language, status, fault))
    };
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    Response::from_parts(parts, Body::from(body))
}

/// A handler panicked: the request ends with 500 and the server lives on. The reason goes into the log by the panic
/// hook; it could hold anything, so nobody else sees it.
pub(super) fn after_panic(_: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a handler panicked");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Whether the answer is a page already.
fn is_page(response: &Response) -> bool {
    let content_type = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    content_type.is_some_and(|kind| kind.starts_with("text/html"))
}

/// The same for a program.
fn in_a_line(language: Language, status: StatusCode, fault: Option<Fault>) -> String {
    Owner::new().with(|| {
        provide_context(language.clone());
        match fault.map(texts::fault) {
            Some((title, text)) => format!("{}. {text}\n", language.say(title, &[])),
            None => format!("{}\n", language.say(texts::failure(status).0, &[])),
        }
    })
}

fn failure_page(site: &Site, language: Language, status: StatusCode, fault: Option<Fault>) -> String {
    let mut home = site.http.auth.paths().home(&[]);
    if status == StatusCode::FORBIDDEN
        && let Ok(start) = site.http.auth.public_url().join(&home)
    {
        // From another address, the way back to its own start would lead in a circle.
        home = start.into();
    }
    Owner::new().with(|| {
        provide_context(language.clone());
        let (title, text) = fault.map_or_else(|| texts::failure(status), texts::fault);
        let mut page = Page::new(site, title);
        page.lively = false;
        page.language = language;
        let body = move || {
            view! {
                <section class="magic-auth-card">
                    <h1>{title}</h1>
                    <p>{text.clone()}</p>
                    <a class="magic-auth-button" href=home.clone()>{texts::GO_TO_START}</a>
                    <p class="magic-auth-hint">{texts::fill(texts::ERROR, [("status", &status.as_u16().to_string())])}</p>
                </section>
            }
        };
        let hosts = site.document.as_ref().and_then(|host| {
            let placed = Placed::default();
            let html = in_host_document(&page, host, &placed, body.clone()).to_html();
            host.accepted(html, &placed)
        });
        hosts.unwrap_or_else(|| document(&page, body()).to_html())
    })
}

/// Returns what an error page may load: nothing but its look, and in a host's document what that is allowed.
fn policy(site: &Site) -> HeaderValue {
    let hosts = site.document.as_ref().and_then(|_| HeaderValue::from_str(&site.http.csp.without_scripts()).ok());
    hosts.unwrap_or(POLICY)
}
