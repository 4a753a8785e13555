//! Who visits, for parts of a page that is rendered.

use super::{HttpState, Lookup, Visitor};
use crate::{
    auth::SessionInfo,
    languages::{Language, Text},
    types::{PageSession, Paths, TenantId, Utc, Visit},
};
use axum::{
    Extension, Json,
    extract::{OriginalUri, State},
    http::{HeaderValue, StatusCode, Uri, header, request::Parts},
};
use leptos::prelude::{use_context, with_context};
use leptos_axum::ResponseOptions;

/// Says that the layer is missing, once.
static NO_LAYER: std::sync::Once = std::sync::Once::new();

/// Returns who visits the page that is rendered. Outside of a request, as for the list of routes, that is nobody.
pub(crate) fn visit() -> Visit {
    let nobody = || Visit { log_in: Some(Paths::default().log_in), ..Visit::default() };
    let Some(parts) = use_context::<Parts>() else { return nobody() };
    let Some(lookup) = Lookup::of(&parts.extensions) else {
        NO_LAYER.call_once(|| {
            tracing::error!(
                "a page shows who visits, but nobody knows. Is `auth.layer()` on this router, above `with_state`?"
            );
        });
        return nobody();
    };
    let (log_in, email_stays) = (Some(lookup.paths().log_in(&[])), lookup.email_stays());
    match lookup.known() {
        Some(super::Found::Session(session)) => {
            Visit { session: Some(page_session(session)), log_in, email_stays, texts: None }
        }
        Some(super::Found::Unavailable) | None => Visit::default(),
        Some(_) => Visit { session: None, log_in, email_stays, texts: None },
    }
}

/// Returns where things are, or `None` outside of a request.
pub(crate) fn paths() -> Option<Paths> {
    with_context(|parts: &Parts| Lookup::of(&parts.extensions).map(|lookup| lookup.paths().clone())).flatten()
}

/// Returns where browsers find a server function.
pub(crate) fn function(name: &str) -> String {
    paths().unwrap_or_default().function(name)
}

/// Returns a number that no other part of the page has, or `None` outside of a request.
pub(crate) fn number() -> Option<u32> {
    with_context(|parts: &Parts| Lookup::of(&parts.extensions).map(Lookup::number)).flatten()
}

/// `GET`: the same for a page that was made in the browser, as JSON; with `?texts` also what parts say there.
pub(crate) async fn answer(
    State(http): State<HttpState>,
    Extension(visitor): Extension<Visitor>,
    Extension(language): Extension<Language>,
    uri: Uri,
) -> Json<Visit> {
    Json(Visit {
        session: visitor.session.as_ref().map(page_session),
        log_in: Some(http.auth.paths().log_in(&[])),
        email_stays: !http.auth.changes_emails(),
        texts: (uri.query() == Some("texts")).then(|| lines(&language, crate::here::PART_TEXTS)),
    })
}

/// Says one of the texts of parts in the language of the page; English outside of a request.
pub(crate) fn said(key: &'static str) -> Option<String> {
    let language = with_context(|parts: &Parts| Lookup::of(&parts.extensions).map(Lookup::language)).flatten();
    Some(language.unwrap_or_else(Language::english).say(Text::new(key), &[]))
}

/// Says all of them, one a line, for parts that are built in the browser: on a host's page once, and nowhere else, because
/// nothing is built on our own.
pub(crate) fn all_said(keys: &[&'static str]) -> Option<String> {
    let language = with_context(|parts: &Parts| Lookup::of(&parts.extensions).and_then(Lookup::language_of_parts));
    language.flatten().map(|language| lines(&language, keys))
}

fn lines(language: &Language, keys: &[&'static str]) -> String {
    let lines: Vec<_> = keys.iter().map(|key| language.say(Text::new(key), &[]).replace('\n', " ")).collect();
    lines.join("\n")
}

/// Returns a session as a page shows it.
fn page_session(session: &SessionInfo) -> PageSession {
    PageSession {
        id: session.id.to_string(),
        account: session.account.to_string(),
        tenant: TenantId::default().to_string(),
        email: session.email.to_string(),
        logged_in_at: Utc::of(session.logged_in_at).rfc_3339(),
        ends_at: Utc::of(session.ends_at).rfc_3339(),
    }
}

/// Returns where the request is, with its query.
pub(crate) fn path() -> String {
    let Some(parts) = use_context::<Parts>() else { return "/".to_owned() };
    let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
    uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string)
}

/// Sends the browser on by 303, where the answer has not begun.
pub(crate) fn send_on(path: &str) {
    if let (Some(response), Ok(location)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(path)) {
        response.set_status(StatusCode::SEE_OTHER);
        response.insert_header(header::LOCATION, location);
    }
}
