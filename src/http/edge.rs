//! Where a server function meets HTTP: it reads who visits and turns an outcome into cookies and a redirect.
//!
//! A browser that posted a form is sent on with 303, to the page that shows the outcome; an error goes back to its
//! form as one word in the query, and what was typed in a cookie, so nothing is lost. A program that asks for JSON
//! gets the outcome itself, with a status.

use super::{
    Fault, FaultNote, HttpState, LimitedBy, Visitor,
    cookie::{self, Field},
};
use crate::{
    auth::{
        Acting, Auth, DisconnectSelf, EmailChangeAsked, Ended, LetterAsked, LoggedIn, OwnChallenge, PageId, Proved,
        Refused, UndoToken,
    },
    types::{AuthError, Notice, Paths, Rejection, SessionInfo},
};
use axum::http::{HeaderValue, StatusCode, header, request::Parts};
use leptos::prelude::{expect_context, use_context};
use leptos_axum::ResponseOptions;

/// One request to a server function.
pub struct Edge {
    state: HttpState,
    visitor: Visitor,
    response: ResponseOptions,
    limited: LimitedBy,
    fault: FaultNote,
}

impl Edge {
    /// The request that is being served. Fails where our routes do not serve it.
    pub fn from_context() -> Result<Self, AuthError> {
        let extensions = use_context::<Parts>().map(|parts| parts.extensions).unwrap_or_default();
        let limited = extensions.get::<LimitedBy>().cloned().unwrap_or_default();
        let fault = extensions.get::<FaultNote>().cloned().unwrap_or_default();
        match (use_context::<HttpState>(), extensions.get::<Visitor>().cloned()) {
            (Some(state), Some(visitor)) => Ok(Self { state, visitor, response: expect_context(), limited, fault }),
            _ => {
                tracing::error!("a server function was called outside of the routes of this crate");
                Err(AuthError::Unavailable)
            }
        }
    }

    /// The rules.
    pub fn auth(&self) -> &Auth {
        &self.state.auth
    }

    /// Who calls.
    pub fn visitor(&self) -> &Visitor {
        &self.visitor
    }

    /// The challenge of this browser that a form names by its id.
    pub fn own_challenge<'a>(&'a self, id: &'a str) -> OwnChallenge<'a> {
        OwnChallenge { browser: self.visitor.cookies.challenge.as_ref(), id }
    }

    /// How the way to the page of this challenge names it: not at all where it is this browser's newest.
    async fn named<'a>(&self, id: &'a str) -> &'a str {
        // Where that cannot be found out, its name does no harm.
        if self.auth().has_newer_challenge(self.own_challenge(id)).await.unwrap_or(true) { id } else { "" }
    }

    /// Who acts, on which page: its id comes with the form, where the page is live.
    pub fn acting(&self, page: &str) -> Acting<'_> {
        Acting { client: &self.visitor.client, page: PageId::parse(page) }
    }

    /// Why the session of who calls is over, to be told on the log-in page: the same as a click that only looks is told.
    fn over(&self) -> Option<Notice> {
        self.visitor.over
    }

    /// The session of who calls; it may have ended since the page was loaded.
    pub fn session(&self) -> Result<&SessionInfo, Refused> {
        self.visitor.session.as_ref().ok_or(Refused::Told(AuthError::LoggedOutMeanwhile))
    }

    fn paths(&self) -> &Paths {
        self.auth().paths()
    }

    /// A letter was asked for from the log-in page.
    pub async fn letter_asked(
        &self,
        outcome: Result<LetterAsked, Refused>,
        typed: &str,
        return_to: &str,
    ) -> Result<(), AuthError> {
        match outcome {
            Ok(asked) => {
                // Anew each time, so that it outlives the challenge that has just begun.
                if let Some(secret) = asked.new_secret.as_ref().or(self.visitor.cookies.challenge.as_ref()) {
                    self.set_cookie(cookie::challenge(secret, self.auth().rules().remember_challenges));
                }
                let challenge = asked.challenge.to_string();
                self.go(&code_page(self.paths(), None, self.named(&challenge).await))
            }
            Err(refused) => self.refuse(refused, Some(typed), |paths, error| match return_to {
                "" => paths.log_in(&[("error", error)]),
                _ => paths.log_in(&[("error", error), ("return_to", return_to)]),
            }),
        }
    }

    /// A letter was asked for from the code page.
    pub async fn letter_asked_again(&self, outcome: Result<(), Refused>, challenge: &str) -> Result<(), AuthError> {
        let challenge = self.named(challenge).await;
        match outcome {
            Ok(()) => {
                let notice = Some(("notice", Notice::LetterAgain.as_str()));
                self.go(&code_page(self.paths(), notice, challenge))
            }
            Err(refused) => self.refuse(refused, None, |paths, error| code_page_with(paths, error, challenge)),
        }
    }

    /// A code was typed on the code page.
    pub async fn code_tried(
        &self,
        outcome: Result<Proved, Refused>,
        typed: &str,
        challenge: &str,
        page: &str,
    ) -> Result<(), AuthError> {
        match outcome {
            Ok(Proved::LoggedIn(logged_in)) => self.welcome(*logged_in, page).await,
            Ok(Proved::LeadToUndo { token }) => self.lead_to_undo(&token),
            Err(refused) => {
                let challenge = self.named(challenge).await;
                self.refuse(refused, Some(typed), |paths, error| code_page_with(paths, error, challenge))
            }
        }
    }

    /// A link was clicked on the confirm page.
    pub async fn link_used(&self, outcome: Result<Proved, Refused>, typed: &str, page: &str) -> Result<(), AuthError> {
        match outcome {
            Ok(Proved::LoggedIn(logged_in)) => self.welcome(*logged_in, page).await,
            Ok(Proved::LeadToUndo { token }) => self.lead_to_undo(&token),
            Err(refused) => self.refuse(refused, Some(typed), |paths, error| paths.verify(&[("error", error)])),
        }
    }

    /// The visitor logged out, here or everywhere. Logging out twice is as good as once; whose session was over already
    /// is told why.
    pub fn logged_out(&self, outcome: Result<Ended, Refused>, notice: Notice) -> Result<(), AuthError> {
        let notice = self.over().unwrap_or(notice);
        match outcome {
            Ok(_) | Err(Refused::Told(AuthError::LoggedOutMeanwhile)) => {
                cookie::all_gone().into_iter().for_each(|cookie| self.set_cookie(cookie));
                self.go(&self.paths().log_in(&[("notice", notice.as_str())]))
            }
            Err(refused) => self.refuse(refused, None, |paths, _| paths.home(&[])),
        }
    }

    /// Sessions were ended from the list; perhaps the visitor's own among them.
    pub fn ended_from_list(&self, outcome: Result<Ended, Refused>, notice: Notice) -> Result<(), AuthError> {
        let own = self.visitor.session.as_ref().map(|session| session.id.as_str()).unwrap_or_default();
        match outcome {
            Ok(ended) if ended.sessions.iter().any(|id| id.to_string() == own) => {
                self.logged_out(Ok(ended), Notice::LoggedOut)
            }
            Ok(_) => self.go(&self.paths().account(&[("notice", notice.as_str())])),
            // There is no page to go back to: whoever asks for what is not theirs made the request themselves.
            Err(Refused::Told(AuthError::NoSuchSession)) => {
                self.response.set_status(StatusCode::NOT_FOUND);
                Err(AuthError::NoSuchSession)
            }
            Err(refused) => self.refuse(refused, None, self.account_page()),
        }
    }

    /// A change of address was asked for.
    pub fn email_change_asked(&self, outcome: Result<EmailChangeAsked, Refused>, typed: &str) -> Result<(), AuthError> {
        let keep_for = self.auth().rules().remember_challenges;
        match outcome {
            Ok(EmailChangeAsked::Begun { new_secret, .. }) => {
                self.set_cookie(cookie::gone(cookie::SESSION));
                self.set_cookie(cookie::challenge(&new_secret, keep_for));
                self.go(&self.paths().password(&[]))
            }
            Ok(EmailChangeAsked::ProveFirst { new_secret }) => {
                self.set_cookie(cookie::challenge(&new_secret, keep_for));
                self.go(&self.paths().password(&[]))
            }
            Err(refused) => self.refuse_new_address(refused, typed),
        }
    }

    /// A change of address was cancelled, or word of it was sent again.
    pub fn own_change_settled(&self, outcome: Result<(), Refused>, notice: Notice) -> Result<(), AuthError> {
        match outcome {
            Ok(()) => self.go(&self.paths().account(&[("notice", notice.as_str())])),
            Err(refused) => self.refuse(refused, None, self.account_page()),
        }
    }

    /// A change of address was taken back.
    pub fn email_change_undone(&self, outcome: Result<Ended, Refused>) -> Result<(), AuthError> {
        match outcome {
            Ok(ended) => {
                // Who is logged in as somebody else stays so.
                let own = self.visitor.session.as_ref();
                if own.is_some_and(|own| ended.sessions.iter().all(|id| id.to_string() != own.id)) {
                    self.set_cookie(cookie::gone(cookie::UNDO));
                    return self.go(&self.paths().account(&[("notice", Notice::OthersChangeUndone.as_str())]));
                }
                cookie::all_gone().into_iter().for_each(|cookie| self.set_cookie(cookie));
                self.go(&self.paths().log_in(&[("notice", Notice::ChangeUndone.as_str())]))
            }
            Err(refused) => self.refuse(refused, None, |paths, error| paths.undo(&[("error", error)])),
        }
    }

    /// The visitor has proved an address that an account has left: on the undo page they decide.
    fn lead_to_undo(&self, token: &UndoToken) -> Result<(), AuthError> {
        self.set_cookie(cookie::gone(cookie::LINK));
        self.set_cookie(cookie::undo(token));
        if self.visitor.wants_html {
            return self.go(&self.paths().undo);
        }
        // A program is not logged in, and has to know.
        self.refuse(AuthError::AddressMovedAway.into(), None, |paths, _| paths.undo(&[]))
    }

    /// Somebody is logged in, and goes on with what they wanted.
    async fn welcome(&self, logged_in: LoggedIn, page: &str) -> Result<(), AuthError> {
        self.set_cookie(cookie::gone(cookie::LINK));
        // Anew each time, so that it outlives the last log-in by as long as it may.
        if let Some(device) = logged_in.new_device.as_ref().or(self.visitor.cookies.device.as_ref()) {
            self.set_cookie(cookie::device(device, self.auth().rules().remember_devices));
        }
        let Some(new_email) = &logged_in.goes_on_to else {
            self.set_cookie(cookie::session(&logged_in));
            let new_address = self.paths().account(&[("notice", Notice::NewAddress.as_str())]);
            let signed_in = if logged_in.moved { &new_address } else { &self.paths().signed_in };
            return self.go(logged_in.return_to.as_deref().unwrap_or(signed_in));
        };
        let (session, acting) = (&logged_in.session, self.acting(page));
        let outcome = self.auth().change_email(session, new_email, acting, DisconnectSelf::No).await;
        if outcome.is_err() {
            self.set_cookie(cookie::session(&logged_in));
        }
        // The log-in has happened all the same, so a limit is told where the address stands, to be tried again there.
        let outcome = outcome.map_err(|refused| match refused {
            Refused::Limited(limited) => limited.what.into(),
            other => other,
        });
        self.email_change_asked(outcome, new_email)
    }

    /// Back to the account page with what was typed, whatever the reason: it was not changed, and can be tried again.
    fn refuse_new_address(&self, refused: Refused, typed: &str) -> Result<(), AuthError> {
        if self.visitor.wants_html && matches!(refused, Refused::Told(_)) {
            self.set_cookie(cookie::typed(Field::NewAddress, typed));
        }
        self.refuse(refused, None, self.account_page())
    }

    /// The account page with an error; who is not logged in any more is told why on the log-in page.
    fn account_page(&self) -> impl FnOnce(&Paths, &str) -> String + use<> {
        let over = self.over();
        move |paths, error| match over {
            Some(over) => paths.log_in(&[("notice", over.as_str()), ("return_to", &paths.account)]),
            None if error == AuthError::LoggedOutMeanwhile.as_str() => {
                paths.log_in(&[("error", error), ("return_to", &paths.account)])
            }
            None => paths.account(&[("error", error)]),
        }
    }

    /// Sends a browser back to its form with the error as a word; a failure of ours is logged and answered with 503.
    fn refuse(
        &self,
        refused: Refused,
        typed: Option<&str>,
        back: impl FnOnce(&Paths, &str) -> String,
    ) -> Result<(), AuthError> {
        let error = match refused {
            // Going back to the form would not help: a page around this says why.
            Refused::Told(error @ AuthError::ClientUnknown) => {
                self.fault.note(Fault::ClientUnknown);
                self.response.set_status(StatusCode::SERVICE_UNAVAILABLE);
                self.response.insert_header(header::RETRY_AFTER, HeaderValue::from_static("60"));
                return Err(error);
            }
            Refused::Told(error) => error,
            Refused::Limited(limited) => {
                // The page that says so is made around this, from what was posted.
                self.limited.set(limited);
                self.response.set_status(StatusCode::TOO_MANY_REQUESTS);
                self.response.insert_header(header::RETRY_AFTER, HeaderValue::from(limited.seconds()));
                return Err(limited.what);
            }
            Refused::Store(_) | Refused::Busy(_) | Refused::Hash(_) => {
                let _ = Rejection::from(refused);
                self.response.set_status(StatusCode::SERVICE_UNAVAILABLE);
                self.response.insert_header(header::RETRY_AFTER, HeaderValue::from_static("5"));
                return Err(AuthError::Unavailable);
            }
        };
        if self.visitor.wants_html {
            // Only what is wrong comes back: a code that no longer counts would be no use there.
            if let Some(typed) = typed.filter(|_| error.is_about_address()) {
                self.set_cookie(cookie::typed(Field::Address, typed));
            }
            if let Some(typed) = typed.filter(|_| error.is_about_code()) {
                self.set_cookie(cookie::typed(Field::Code, typed));
            }
            return self.go(&back(self.paths(), error.as_str()));
        }
        let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::BAD_REQUEST);
        self.response.set_status(status);
        Err(error)
    }

    fn go(&self, path: &str) -> Result<(), AuthError> {
        if self.visitor.wants_html {
            let location = HeaderValue::from_str(path).map_err(|_| AuthError::Unavailable)?;
            self.response.set_status(StatusCode::SEE_OTHER);
            self.response.insert_header(header::LOCATION, location);
        }
        Ok(())
    }

    fn set_cookie(&self, cookie: HeaderValue) {
        self.response.append_header(header::SET_COOKIE, cookie);
    }
}

/// The code page with an error; without a challenge there is nothing to type there, so the log-in page instead.
fn code_page_with(paths: &Paths, error: &str, challenge: &str) -> String {
    if error == AuthError::NoChallenge.as_str() {
        paths.log_in(&[("error", error)])
    } else {
        code_page(paths, Some(("error", error)), challenge)
    }
}

/// The code page of the challenge that was named, if one was.
fn code_page(paths: &Paths, said: Option<(&str, &str)>, challenge: &str) -> String {
    let named = (!challenge.is_empty()).then_some(("challenge", challenge));
    let query: Vec<_> = said.into_iter().chain(named).collect();
    paths.password(&query)
}
