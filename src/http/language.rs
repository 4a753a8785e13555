//! In which language somebody is spoken to: what a host decides, else what the visitor has chosen, else the account's, else
//! what the browser asks for, else the default. Before somebody is logged in, nothing depends on whose address was typed.

use super::{HttpState, cookie};
use crate::languages::Language;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, header, request::Parts},
    middleware::Next,
    response::Response,
};
use std::sync::Arc;

/// How a host decides, by the tag of a language; `None` leaves it to the visitor.
pub(crate) type Decide = Arc<dyn Fn(&Parts) -> Option<String> + Send + Sync>;

/// What an answer depends on that is in the language of whoever asks.
const BY_LANGUAGE: HeaderValue = HeaderValue::from_static("Accept-Language, Cookie");

/// What a request says of its language. An extension of the request.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What was decided: by the host, or by the visitor from the menu.
    decided: Option<Language>,
    /// What the browser asks for, or else the default.
    otherwise: Language,
    languages: crate::languages::Languages,
}

impl Choice {
    /// Reads what a request says.
    pub(crate) fn of(state: &HttpState, request: &mut Request) -> Self {
        // A host decides by all of it but its body.
        let (parts, body) = std::mem::take(request).into_parts();
        let choice = Self::of_parts(state, &parts);
        *request = Request::from_parts(parts, body);
        choice
    }

    fn of_parts(state: &HttpState, request: &Parts) -> Self {
        let languages = state.auth.languages();
        let by_host = state.language_of.as_ref().and_then(|decide| languages.look_up(&decide(request)?));
        let chosen = || languages.find(cookie::language(&request.headers, &state.cookie_suffix)?);
        let accepted = accepted(&request.headers);
        Self {
            decided: by_host.or_else(chosen).cloned(),
            otherwise: languages.accepted(&accepted).unwrap_or(languages.default_language()).clone(),
            languages: languages.clone(),
        }
    }

    /// Returns what holds for a request that has said nothing.
    pub(crate) fn of_nobody(state: &HttpState) -> Self {
        let languages = state.auth.languages();
        Self { decided: None, otherwise: languages.default_language().clone(), languages: languages.clone() }
    }

    /// Returns the language, where an account has this one.
    pub fn language(&self, account: Option<&str>) -> Language {
        let of_account = || account.and_then(|tag| self.languages.find(tag)).cloned();
        self.decided.clone().or_else(of_account).unwrap_or_else(|| self.otherwise.clone())
    }
}

/// Several headers of one name are one list (RFC 9110, 5.3).
fn accepted(headers: &HeaderMap) -> String {
    let lines = headers.get_all(header::ACCEPT_LANGUAGE).iter().filter_map(|line| line.to_str().ok());
    lines.collect::<Vec<_>>().join(",")
}

/// Reads what a request says of its language before anything answers it, and tells caches what pages depend on.
pub async fn choose(State(state): State<HttpState>, mut request: Request, next: Next) -> Response {
    let choice = Choice::of(&state, &mut request);
    request.extensions_mut().insert(choice);
    let mut response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE);
    if kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        note_dependence(response.headers_mut());
    }
    response
}

/// Says on an answer that it depends on the language of whoever asks.
pub(crate) fn note_dependence(headers: &mut HeaderMap) {
    headers.append(header::VARY, BY_LANGUAGE);
}
