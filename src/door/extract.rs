//! The session of a request, for a host's handlers and server functions.

use super::guard::{log_in_path, turn_away};
use crate::{
    app::Site,
    auth::{Auth, SessionInfo, SessionToken},
    http::{Found, Lookup, caller::NO_LAYER},
    languages::{DID_NOT_WORK, LOGGED_OUT_TRY_AGAIN, Language, Text},
    types::{AccountId, EmailAddress, TenantId, Timestamp},
};
use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts, OriginalUri},
    http::{HeaderValue, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use leptos::prelude::{ServerFnError, use_context};
use leptos_axum::ResponseOptions;
use std::{
    fmt,
    time::{Duration, SystemTime},
};

/// Somebody who is logged in. As an argument of an axum handler it turns everybody else away: a browser to the log-in page,
/// a program with 401; `Option<Session>` lets everybody in.
#[derive(Clone)]
#[non_exhaustive]
pub struct Session {
    /// The session's id; not its token.
    pub id: String,
    /// The account's id.
    pub account: AccountId,
    /// The tenant to which the account belongs.
    pub tenant: TenantId,
    /// The account's email address.
    pub email: EmailAddress,
    /// When this browser logged in.
    pub logged_in_at: SystemTime,
    /// When the session ends at the latest.
    pub ends_at: SystemTime,
    info: SessionInfo,
    /// What knows of its end.
    known_by: Option<(Auth, SessionToken)>,
}

impl Session {
    /// Makes one of what a look-up has found.
    pub(super) fn new(info: &SessionInfo, lookup: &Lookup) -> Self {
        Self {
            id: info.id.to_string(),
            account: info.account.clone(),
            tenant: TenantId::default(),
            email: info.email.clone(),
            logged_in_at: system_time(info.logged_in_at),
            ends_at: system_time(info.ends_at),
            info: info.clone(),
            known_by: lookup.token().map(|(auth, token)| (auth.clone(), token.clone())),
        }
    }

    /// Waits until this session has ended, wherever that was done, or until the process is about to stop. For sockets
    /// and streams of the host's: what they hold open ends with it.
    ///
    /// ```
    /// # use leptos_magic_auth::Session;
    /// async fn feed(session: Session, news: impl Future<Output = ()>) {
    ///     tokio::select! {
    ///         () = news => (),
    ///         () = session.ended() => (),
    ///     }
    /// }
    /// ```
    pub async fn ended(&self) {
        match &self.known_by {
            Some((auth, token)) => auth.session_ended(token, self.info.id).await,
            None => std::future::pending().await,
        }
    }

    /// Returns whether this browser has logged in within this time: ask for it before what cannot be undone.
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use leptos_magic_auth::Session;
    /// async fn delete_everything(session: Session) -> &'static str {
    ///     if session.is_fresh(Duration::from_secs(15 * 60)) { "deleted" } else { "Log in again first." }
    /// }
    /// ```
    pub fn is_fresh(&self, within: Duration) -> bool {
        let now = self.known_by.as_ref().map_or_else(SystemTime::now, |(auth, _)| system_time(auth.clock().now()));
        now.duration_since(self.logged_in_at).is_ok_and(|age| age <= within)
    }

    pub(super) fn info(&self) -> &SessionInfo {
        &self.info
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("info", &self.info).finish_non_exhaustive()
    }
}

fn system_time(at: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(at.0).unwrap_or(0))
}

/// Why a request has no [`Session`].
#[derive(Debug)]
#[non_exhaustive]
pub enum SessionRejection {
    /// Nobody is logged in: the answer that sends them to log in.
    LoggedOut(Response),
    /// The database did not answer.
    Unavailable,
    /// [`MagicAuth::layer`](super::MagicAuth::layer) is missing.
    NoLayer,
}

impl IntoResponse for SessionRejection {
    fn into_response(self) -> Response {
        match self {
            Self::LoggedOut(answer) => answer,
            Self::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "5")]).into_response(),
            Self::NoLayer => {
                tracing::error!("{NO_LAYER}");
                (StatusCode::INTERNAL_SERVER_ERROR, NO_LAYER).into_response()
            }
        }
    }
}

fn lookup(parts: &Parts) -> Option<Lookup> {
    Lookup::of(&parts.extensions).cloned()
}

impl<S: Send + Sync> FromRequestParts<S> for Session {
    type Rejection = SessionRejection;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, SessionRejection> {
        let lookup = lookup(parts).ok_or(SessionRejection::NoLayer)?;
        let site = parts.extensions.get::<Site>().ok_or(SessionRejection::NoLayer)?;
        match lookup.found().await {
            Found::Session(session) => Ok(Self::new(session, &lookup)),
            Found::Unavailable => Err(SessionRejection::Unavailable),
            found => {
                let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
                Err(SessionRejection::LoggedOut(turn_away(site, &parts.method, uri, &parts.headers, found)))
            }
        }
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for Session {
    type Rejection = SessionRejection;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, SessionRejection> {
        let lookup = lookup(parts).ok_or(SessionRejection::NoLayer)?;
        match lookup.found().await {
            Found::Session(session) => Ok(Some(Self::new(session, &lookup))),
            Found::Unavailable => Err(SessionRejection::Unavailable),
            _ => Ok(None),
        }
    }
}

/// Returns the session of the request that a server function answers.
///
/// # Errors
/// One sentence for the person. Where nobody is logged in, the answer has the status 401, or sends a plain form on to the
/// log-in page by 303; while a page renders the answer stays as it is.
///
/// ```
/// # use leptos::prelude::*;
/// #[server]
/// async fn rename(name: String) -> Result<(), ServerFnError> {
///     let session = leptos_magic_auth::session().await?;
///     println!("{} is {name} from now on", session.account);
///     Ok(())
/// }
/// ```
pub async fn session() -> Result<Session, ServerFnError> {
    if let Some(session) = session_if_any().await? {
        return Ok(session);
    }
    if let (Some(parts), Some(response)) = (use_context::<Parts>(), use_context::<ResponseOptions>())
        && let Some(site) = parts.extensions.get::<Site>()
        && let Some(found) = Lookup::of(&parts.extensions).and_then(Lookup::known)
        && parts.method != Method::GET
    {
        let ended = match found {
            Found::Ended(because) => Some(*because),
            _ => None,
        };
        let is_form = super::layer::is_navigation(&parts.headers);
        match HeaderValue::from_str(&log_in_path(site, &parts.method, &parts.uri, ended)) {
            Ok(location) if is_form => {
                response.set_status(StatusCode::SEE_OTHER);
                response.insert_header(header::LOCATION, location);
            }
            _ => response.set_status(StatusCode::UNAUTHORIZED),
        }
    }
    Err(ServerFnError::new(said(LOGGED_OUT_TRY_AGAIN)))
}

/// Says a sentence in the language of whoever has called.
fn said(text: Text) -> String {
    let parts = use_context::<Parts>();
    let language = parts.as_ref().and_then(|parts| Lookup::of(&parts.extensions)).map(Lookup::language);
    language.unwrap_or_else(Language::english).say(text, &[])
}

/// The same as [`session`] for a server function that is for everybody.
///
/// # Errors
/// One sentence for the person where the database does not answer, and one for the developer where
/// [`MagicAuth::layer`](super::MagicAuth::layer) is missing.
///
/// ```
/// # use leptos::prelude::*;
/// #[server]
/// async fn greeting() -> Result<String, ServerFnError> {
///     let session = leptos_magic_auth::session_if_any().await?;
///     Ok(session.map_or("Hello".to_owned(), |session| format!("Hello, {}", session.email)))
/// }
/// ```
pub async fn session_if_any() -> Result<Option<Session>, ServerFnError> {
    let parts = use_context::<Parts>();
    let Some(lookup) = parts.as_ref().and_then(|parts| Lookup::of(&parts.extensions)) else {
        tracing::error!("{NO_LAYER}");
        return Err(ServerFnError::new(NO_LAYER));
    };
    match lookup.found().await {
        Found::Session(session) => Ok(Some(Session::new(session, lookup))),
        Found::Unavailable => Err(ServerFnError::new(said(DID_NOT_WORK))),
        _ => Ok(None),
    }
}
