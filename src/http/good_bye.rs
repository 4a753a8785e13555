//! Logging out, and what a browser is told then by whichever way: what has happened, where it goes, and which cookies go.

use super::{HttpState, Visitor, cookie, headers::add_cookie, see_other};
use crate::{
    auth::{Acting, Error, PageId, SessionState},
    types::{EndReason, Notice},
};
use axum::response::Response;

/// A good-bye.
pub struct GoodBye {
    /// What has happened.
    pub notice: Notice,
    /// Where the browser goes.
    pub next: String,
}

impl GoodBye {
    /// Says good-bye. Whoever's session had `ended` already is told why.
    pub fn new(state: &HttpState, ended: Option<EndReason>, notice: Notice) -> Self {
        let notice = ended.map_or(notice, Notice::from);
        Self { notice, next: state.auth.paths().logged_out(notice.as_str()) }
    }

    /// Returns it as a redirect.
    pub fn response(self) -> Response {
        let mut response = see_other(&self.next);
        cookie::all_gone().into_iter().for_each(|cookie| add_cookie(response.headers_mut(), cookie));
        response
    }
}

/// Ends the session of a visitor. Returns why it had ended before, or `None` when it has ended now or there was none.
///
/// # Errors
/// Those of [`Auth::log_out`](crate::auth::Auth::log_out).
pub async fn log_out(state: &HttpState, visitor: &Visitor, page: Option<PageId>) -> Result<Option<EndReason>, Error> {
    let Some(token) = visitor.token() else { return Ok(visitor.ended) };
    let acting = Acting { client: &visitor.client, page: page.map(Into::into) };
    let ended = state.auth.log_out(token, acting).await?;
    if !ended.sessions.is_empty() {
        return Ok(None);
    }
    match state.auth.session(token).await? {
        SessionState::Ended(because) => Ok(Some(because)),
        SessionState::Good(_) | SessionState::Unknown => Ok(None),
    }
}
