//! The forms that post to server functions: the page that each goes back to when it is rejected, and what it sends again
//! when a limit has refused it.

use crate::{
    api::{
        CancelEmailChange, ChangeEmail, ChooseLanguage, EndOtherSessions, EndSession, LogInWithCode, LogInWithLink,
        LogOut, LogOutAll, RequestLogIn, ResendEmail, SendUndoEmail, UndoEmailChange,
    },
    http::{Caller, cookie, typed::Field},
    types::{AuthError, Paths, Rejection},
};
use axum::http::HeaderValue;

/// The arguments of a server function, as a form of ours has posted them.
pub(crate) trait Form: Clone + Send + Sync {
    /// Says where the form stands, which shows what is wrong.
    fn back(&self, caller: &Caller, kind: AuthError) -> impl Future<Output = Back> + Send;

    /// Says how the same is tried again.
    fn again(&self, _: &Paths) -> Again {
        Again::Send { wish: Wish::Code, fields: Vec::new() }
    }
}

/// The way back to a form.
pub(crate) struct Back {
    pub(super) path: String,
    /// The cookie with what was typed. Only what is wrong comes back: a code that no longer counts is no use there.
    pub(super) typed: Option<HeaderValue>,
}

impl Back {
    fn to(path: String) -> Self {
        Self { path, typed: None }
    }

    fn with(self, typed: Option<HeaderValue>) -> Self {
        Self { typed, ..self }
    }
}

/// How the same is tried again, once a limit lets it. Never with a code: that is typed anew.
#[derive(Clone)]
pub(crate) enum Again {
    /// By sending the form once more, with these fields.
    Send { wish: Wish, fields: Vec<(&'static str, String)> },
    /// By typing the code again on this page.
    Type { page: String, fields: Vec<(&'static str, String)> },
}

/// What a form asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// An email with a code.
    Code,
    /// Another email address.
    EmailChange,
    /// The email by which a change of address can be undone.
    UndoEmail,
}

/// What a limit has refused, for the page that says until when. An extension of the response.
#[derive(Clone)]
pub(crate) struct TryAgain {
    pub(super) rejection: Rejection,
    pub(super) again: Again,
}

impl Form for RequestLogIn {
    async fn back(&self, caller: &Caller, kind: AuthError) -> Back {
        let (error, return_to) = (("error", kind.as_str()), ("return_to", self.return_to.as_str()));
        let query = if self.return_to.is_empty() { &[error][..] } else { &[error, return_to] };
        let typed = kind.is_about_address().then(|| cookie::typed(Field::Email, &self.email));
        Back::to(caller.paths().log_in(query)).with(typed)
    }

    fn again(&self, _: &Paths) -> Again {
        let mut fields = vec![("email", self.email.clone())];
        if self.remember.is_ticked() {
            fields.push(("remember", "true".to_owned()));
        }
        if !self.return_to.is_empty() {
            fields.push(("return_to", self.return_to.clone()));
        }
        Again::Send { wish: Wish::Code, fields }
    }
}

impl Form for ResendEmail {
    async fn back(&self, caller: &Caller, kind: AuthError) -> Back {
        Back::to(code_page(caller, kind, &self.challenge).await)
    }

    fn again(&self, _: &Paths) -> Again {
        Again::Send { wish: Wish::Code, fields: challenge(&self.challenge) }
    }
}

impl Form for LogInWithCode {
    async fn back(&self, caller: &Caller, kind: AuthError) -> Back {
        let page = match kind {
            AuthError::AddressMovedAway => caller.paths().undo(&[]),
            AuthError::NoAccess => caller.paths().log_in(&[("error", kind.as_str())]),
            _ => code_page(caller, kind, &self.challenge).await,
        };
        Back::to(page).with(kind.is_about_code().then(|| cookie::typed(Field::Code, &self.code)))
    }

    fn again(&self, paths: &Paths) -> Again {
        Again::Type { page: paths.code(&[]), fields: challenge(&self.challenge) }
    }
}

impl Form for LogInWithLink {
    async fn back(&self, caller: &Caller, kind: AuthError) -> Back {
        let page = match kind {
            AuthError::AddressMovedAway => caller.paths().undo(&[]),
            AuthError::NoAccess => caller.paths().log_in(&[("error", kind.as_str())]),
            _ => caller.paths().verify(&[("error", kind.as_str())]),
        };
        Back::to(page).with(kind.is_about_code().then(|| cookie::typed(Field::Code, &self.code)))
    }

    fn again(&self, paths: &Paths) -> Again {
        Again::Type { page: paths.verify(&[]), fields: Vec::new() }
    }
}

impl Form for LogOut {
    async fn back(&self, caller: &Caller, _: AuthError) -> Back {
        Back::to(caller.paths().home(&[]))
    }
}

impl Form for LogOutAll {
    async fn back(&self, caller: &Caller, _: AuthError) -> Back {
        Back::to(caller.paths().home(&[]))
    }
}

impl Form for EndSession {
    async fn back(&self, caller: &Caller, kind: AuthError) -> Back {
        Back::to(account_page(caller, kind))
    }
}

impl Form for EndOtherSessions {
    async fn back(&self, caller: &Caller, kind: AuthError) -> Back {
        Back::to(account_page(caller, kind))
    }
}

impl Form for ChangeEmail {
    /// Whatever the reason: the address was not changed, and that can be tried again.
    async fn back(&self, caller: &Caller, kind: AuthError) -> Back {
        Back::to(account_page(caller, kind)).with(Some(cookie::typed(Field::NewEmail, &self.email)))
    }

    fn again(&self, _: &Paths) -> Again {
        Again::Send { wish: Wish::EmailChange, fields: vec![("email", self.email.clone())] }
    }
}

impl Form for CancelEmailChange {
    async fn back(&self, caller: &Caller, kind: AuthError) -> Back {
        Back::to(account_page(caller, kind))
    }
}

impl Form for SendUndoEmail {
    async fn back(&self, caller: &Caller, kind: AuthError) -> Back {
        Back::to(account_page(caller, kind))
    }

    fn again(&self, _: &Paths) -> Again {
        Again::Send { wish: Wish::UndoEmail, fields: vec![("id", self.id.clone())] }
    }
}

impl Form for UndoEmailChange {
    async fn back(&self, caller: &Caller, kind: AuthError) -> Back {
        Back::to(caller.paths().undo(&[("error", kind.as_str())]))
    }
}

impl Form for ChooseLanguage {
    async fn back(&self, caller: &Caller, _: AuthError) -> Back {
        Back::to(caller.paths().home(&[]))
    }
}

fn challenge(id: &str) -> Vec<(&'static str, String)> {
    if id.is_empty() { Vec::new() } else { vec![("challenge", id.to_owned())] }
}

/// The code page with an error; without a challenge there is nothing to type there, so the log-in page instead.
async fn code_page(caller: &Caller, kind: AuthError, challenge: &str) -> String {
    let error = ("error", kind.as_str());
    match kind {
        AuthError::NoChallenge => caller.paths().log_in(&[error]),
        _ => caller.code_page(Some(error), challenge).await,
    }
}

/// The account page with an error; who is not logged in any more is told why on the log-in page.
fn account_page(caller: &Caller, kind: AuthError) -> String {
    let (paths, error) = (caller.paths(), ("error", kind.as_str()));
    let account = paths.account(&[]);
    let return_to = ("return_to", account.as_str());
    match caller.visitor().ended {
        Some(because) => paths.log_in(&[("notice", because.as_str()), return_to]),
        None if kind == AuthError::LoggedOutMeanwhile => paths.log_in(&[error, return_to]),
        None => paths.account(&[error]),
    }
}
