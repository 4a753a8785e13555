//! Where a server function meets HTTP: it reads who visits and turns an outcome into cookies and a redirect.
//!
//! A browser that posted a form is sent on with 303, to the page that shows the outcome; an error goes back to its
//! form as one word in the query, and what was typed in a cookie, so nothing is lost. A program that asks for JSON
//! gets the outcome itself, with a status.

use super::{
    HttpState, Visitor,
    cookie::{self, Field},
    visitor,
};
use crate::{
    auth::{Auth, Ended, LetterAsked, LoggedIn, Refused},
    types::{AuthError, Notice, Paths},
};
use axum::http::{HeaderValue, StatusCode, header, request::Parts};
use leptos::prelude::{expect_context, use_context};
use leptos_axum::ResponseOptions;

/// One request to a server function.
pub struct Edge {
    state: HttpState,
    visitor: Visitor,
    response: ResponseOptions,
}

impl Edge {
    /// The request that is being served. Fails where our routes do not serve it.
    pub fn from_context() -> Result<Self, AuthError> {
        let visitor = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Visitor>().cloned());
        match (use_context::<HttpState>(), visitor) {
            (Some(state), Some(visitor)) => Ok(Self { state, visitor, response: expect_context() }),
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

    fn paths(&self) -> &Paths {
        self.auth().paths()
    }

    /// A letter was asked for from the log-in page.
    pub fn letter_asked(
        &self,
        outcome: Result<LetterAsked, Refused>,
        typed: &str,
        return_to: &str,
    ) -> Result<(), AuthError> {
        match outcome {
            Ok(asked) => {
                if let Some(secret) = &asked.new_secret {
                    self.set_cookie(cookie::challenge(secret, self.auth().rules().remember_challenges));
                }
                self.go(&self.paths().password(&[]))
            }
            Err(refused) => self.refuse(refused, Some(typed), |paths, error| match return_to {
                "" => paths.log_in(&[("error", error)]),
                _ => paths.log_in(&[("error", error), ("return_to", return_to)]),
            }),
        }
    }

    /// A letter was asked for from the code page.
    pub fn letter_asked_again(&self, outcome: Result<(), Refused>) -> Result<(), AuthError> {
        match outcome {
            Ok(()) => self.go(&self.paths().password(&[("notice", Notice::LetterAgain.as_str())])),
            Err(refused) => self.refuse(refused, None, code_page),
        }
    }

    /// A code was typed on the code page.
    pub fn code_tried(&self, outcome: Result<LoggedIn, Refused>, typed: &str) -> Result<(), AuthError> {
        match outcome {
            Ok(logged_in) => self.welcome(logged_in),
            Err(refused) => self.refuse(refused, Some(typed), code_page),
        }
    }

    /// A link was clicked on the confirm page.
    pub fn link_used(&self, outcome: Result<LoggedIn, Refused>, typed: &str) -> Result<(), AuthError> {
        match outcome {
            Ok(logged_in) => self.welcome(logged_in),
            Err(refused) => self.refuse(refused, Some(typed), |paths, error| paths.verify(&[("error", error)])),
        }
    }

    /// The visitor logged out. Logging out twice is as good as once.
    pub fn logged_out(&self, outcome: Result<Ended, Refused>) -> Result<(), AuthError> {
        match outcome {
            Ok(_) => {
                cookie::all_gone().into_iter().for_each(|cookie| self.set_cookie(cookie));
                self.go(&self.paths().log_in(&[("notice", Notice::LoggedOut.as_str())]))
            }
            Err(refused) => self.refuse(refused, None, |paths, _| paths.home(&[])),
        }
    }

    fn welcome(&self, logged_in: LoggedIn) -> Result<(), AuthError> {
        self.set_cookie(cookie::session(&logged_in));
        self.set_cookie(cookie::gone(cookie::LINK));
        self.go(logged_in.return_to.as_deref().unwrap_or(&self.paths().signed_in))
    }

    /// Sends a browser back to its form with the error as a word; a failure of ours is logged and answered with 503.
    fn refuse(
        &self,
        refused: Refused,
        typed: Option<&str>,
        back: impl FnOnce(&Paths, &str) -> String,
    ) -> Result<(), AuthError> {
        let Refused::Told(error) = refused else {
            let _ = visitor::unavailable(&refused);
            self.response.set_status(StatusCode::SERVICE_UNAVAILABLE);
            self.response.insert_header(header::RETRY_AFTER, HeaderValue::from_static("5"));
            return Err(AuthError::Unavailable);
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
fn code_page(paths: &Paths, error: &str) -> String {
    if error == AuthError::NoChallenge.as_str() {
        paths.log_in(&[("error", error)])
    } else {
        paths.password(&[("error", error)])
    }
}
