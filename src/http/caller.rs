//! Who calls a server function: what its body reads of the request, and the cookies that it answers with.

use super::{HttpState, Visitor};
use crate::{
    auth::{Acting, Auth, OwnChallenge, PageId, SessionInfo},
    types::{AuthError, Paths, Rejection},
};
use axum::http::{HeaderValue, header, request::Parts};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

/// What is said where nobody knows who visits.
pub(crate) const NO_LAYER: &str =
    "Magic Auth does not know who visits. Is `auth.layer()` on this router, above `with_state`?";

/// One request to a server function.
pub struct Caller {
    pub(super) state: HttpState,
    pub(super) visitor: Visitor,
    response: ResponseOptions,
}

impl Caller {
    /// Reads the request that is being served.
    ///
    /// # Errors
    /// [`AuthError::Unavailable`] where nothing of ours stands around the function, so that nobody knows who calls.
    pub fn from_context() -> Result<Self, Rejection> {
        let extensions = use_context::<Parts>().map(|parts| parts.extensions).unwrap_or_default();
        let known = (extensions.get::<HttpState>().cloned(), extensions.get::<Visitor>().cloned());
        match (known, use_context::<ResponseOptions>()) {
            ((Some(state), Some(visitor)), Some(response)) => Ok(Self { state, visitor, response }),
            _ => {
                tracing::error!("a server function was called. {NO_LAYER}");
                Err(AuthError::Unavailable.into())
            }
        }
    }

    /// The rules.
    pub fn auth(&self) -> &Auth {
        &self.state.auth
    }

    /// The paths in force.
    pub fn paths(&self) -> &Paths {
        self.state.auth.paths()
    }

    /// Who calls.
    pub fn visitor(&self) -> &Visitor {
        &self.visitor
    }

    /// Whether the caller shows pages: a browser that has posted a form, and no program.
    pub fn wants_html(&self) -> bool {
        self.visitor.wants_html
    }

    /// The session of who calls.
    ///
    /// # Errors
    /// [`AuthError::LoggedOutMeanwhile`]: it may have ended since the page was loaded.
    pub fn session(&self) -> Result<&SessionInfo, Rejection> {
        self.visitor.session.as_ref().ok_or_else(|| AuthError::LoggedOutMeanwhile.into())
    }

    /// The challenge of this browser that a form names by its id.
    pub fn own_challenge<'a>(&'a self, id: &'a str) -> OwnChallenge<'a> {
        OwnChallenge { browser: self.visitor.cookies.challenge.as_ref(), id }
    }

    /// Who acts, on which page: its id comes with the form, where the page is live.
    pub fn acting(&self, page: &str) -> Acting<'_> {
        Acting { client: &self.visitor.client, page: PageId::parse(page).map(Into::into) }
    }

    /// Answers with this cookie, too.
    pub fn set_cookie(&self, cookie: HeaderValue) {
        self.response.append_header(header::SET_COOKIE, cookie);
    }
}
