//! Who visits, looked up once for each request: at its beginning where a page is asked for, else when somebody asks.

use super::{HttpState, cookie::Cookies};
use crate::{
    auth::{Auth, SessionInfo, SessionState, SessionToken},
    types::{EndReason, Paths, Rejection},
};
use axum::http::Extensions;
use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};
use tokio::sync::OnceCell;

/// Looks a request's session up. An extension of the request; its clones share one answer.
#[derive(Clone)]
pub struct Lookup(Arc<Inner>);

struct Inner {
    http: HttpState,
    token: Option<SessionToken>,
    found: OnceCell<Found>,
    /// How many numbers the parts of the page have drawn.
    numbers: AtomicU32,
}

/// What a look-up has found.
#[derive(Clone, Debug)]
pub enum Found {
    /// Somebody is logged in.
    Session(SessionInfo),
    /// The session that the cookie names has ended, for this reason.
    Ended(EndReason),
    /// Nobody is logged in.
    Nobody,
    /// The database did not answer: nobody is taken for logged out by that.
    Unavailable,
}

impl Found {
    /// Returns the session, or `None` where there is none that is good.
    pub fn session(&self) -> Option<&SessionInfo> {
        match self {
            Self::Session(session) => Some(session),
            _ => None,
        }
    }
}

impl Lookup {
    /// Looks the session up that these cookies name.
    pub fn new(http: HttpState, cookies: &Cookies) -> Self {
        Self(Arc::new(Inner {
            http,
            token: cookies.session.clone(),
            found: OnceCell::new(),
            numbers: AtomicU32::new(0),
        }))
    }

    /// Looks nothing up, because it was found already.
    pub fn done(http: HttpState, found: Found) -> Self {
        Self(Arc::new(Inner { http, token: None, found: OnceCell::new_with(Some(found)), numbers: AtomicU32::new(0) }))
    }

    /// Returns the look-up of a request, or `None` where nothing of ours has seen it.
    pub fn of(extensions: &Extensions) -> Option<&Self> {
        extensions.get()
    }

    /// Returns whether the request has a cookie that may name a session.
    pub fn has_cookie(&self) -> bool {
        self.0.token.is_some()
    }

    /// Returns the cookie that may name a session.
    pub fn token(&self) -> Option<&SessionToken> {
        self.0.token.as_ref()
    }

    /// Returns the rules that know of sessions.
    pub fn auth(&self) -> &Auth {
        &self.0.http.auth
    }

    /// Returns where things are.
    pub fn paths(&self) -> &Paths {
        self.0.http.auth.paths()
    }

    /// Returns whether email addresses are not changed here.
    pub fn email_stays(&self) -> bool {
        !self.0.http.auth.changes_emails()
    }

    /// Returns a number that nothing else has that answers this request.
    pub fn number(&self) -> u32 {
        self.0.numbers.fetch_add(1, Ordering::Relaxed)
    }

    /// Returns what is known already, without asking.
    pub fn known(&self) -> Option<&Found> {
        match &self.0.token {
            None => Some(self.0.found.get().unwrap_or(&Found::Nobody)),
            Some(_) => self.0.found.get(),
        }
    }

    /// Asks the database, if nobody has yet. Without a cookie it is not asked.
    pub async fn found(&self) -> &Found {
        self.0.found.get_or_init(|| self.ask()).await
    }

    async fn ask(&self) -> Found {
        let Some(token) = &self.0.token else { return Found::Nobody };
        match self.0.http.auth.session(token).await {
            Ok(SessionState::Good(session)) => Found::Session(session),
            Ok(SessionState::Ended(because)) => Found::Ended(because),
            Ok(SessionState::Unknown) => Found::Nobody,
            Err(error) => {
                // That the log is told; nobody else is.
                let _ = Rejection::from(error);
                Found::Unavailable
            }
        }
    }
}
