//! Who visits, looked up once for each request: at its beginning where a page is asked for, else when somebody asks.

use super::{HttpState, cookie::Cookies, language::Choice};
use crate::{
    auth::{Auth, SessionInfo, SessionState, SessionToken},
    languages::Language,
    types::{EndReason, Paths, Rejection},
};
use axum::http::Extensions;
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU32, Ordering},
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
    choice: Choice,
    /// Whether anything was said in the language of whoever visits.
    speaks: AtomicBool,
    /// Whether a part has still to bring along what others say that are built in the browser.
    brings_texts: AtomicBool,
}

/// Whose page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageOf {
    /// One of ours, which only the server renders.
    Ours,
    /// A host's, of which the browser may build parts.
    Host,
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
    /// Looks the session up that these cookies name, for a page of our own or of a host's.
    pub fn new(http: HttpState, cookies: &Cookies, choice: Choice, page: PageOf) -> Self {
        Self::with(http, cookies.session.clone(), OnceCell::new(), choice, page)
    }

    /// Looks nothing up, because it was found already.
    pub fn done(http: HttpState, found: Found, choice: Choice) -> Self {
        Self::with(http, None, OnceCell::new_with(Some(found)), choice, PageOf::Ours)
    }

    fn with(
        http: HttpState,
        token: Option<SessionToken>,
        found: OnceCell<Found>,
        choice: Choice,
        page: PageOf,
    ) -> Self {
        let (numbers, speaks) = (AtomicU32::new(0), AtomicBool::new(false));
        let brings_texts = AtomicBool::new(page == PageOf::Host);
        Self(Arc::new(Inner { http, token, found, numbers, choice, speaks, brings_texts }))
    }

    /// Returns the language of the page: what the visitor has chosen, else the account's where its session is known, else
    /// what the browser asks for.
    pub fn language(&self) -> Language {
        self.0.speaks.store(true, Ordering::Relaxed);
        let session = self.known().and_then(Found::session);
        self.0.choice.language(session.and_then(|session| session.language.as_deref()))
    }

    /// Returns the same for the first part of a host's page that asks, and `None` for every other one.
    pub fn language_of_parts(&self) -> Option<Language> {
        self.0.brings_texts.swap(false, Ordering::Relaxed).then(|| self.language())
    }

    /// Returns whether anything was said in the language of whoever visits.
    pub fn speaks(&self) -> bool {
        self.0.speaks.load(Ordering::Relaxed)
    }

    /// Returns the look-up of a request, or `None` where nothing of ours has seen it.
    pub fn of(extensions: &Extensions) -> Option<&Self> {
        extensions.get()
    }

    /// Returns whether the request has a cookie that may name a session.
    pub fn has_cookie(&self) -> bool {
        self.0.token.is_some()
    }

    /// Returns the cookie that may name a session, and the rules that know.
    pub fn token(&self) -> Option<(&Auth, &SessionToken)> {
        self.0.token.as_ref().map(|token| (&self.0.http.auth, token))
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
