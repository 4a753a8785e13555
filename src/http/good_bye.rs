//! What a browser is told that has logged out, by whichever way: what has happened, where it goes, and which cookies go.

use super::{HttpState, Visitor, cookie, headers::add_cookie, see_other};
use crate::types::Notice;
use axum::response::Response;

/// A good-bye.
pub struct GoodBye {
    /// What has happened.
    pub notice: Notice,
    /// Where the browser goes.
    pub next: String,
}

impl GoodBye {
    /// Says good-bye to this visitor. Whoever's session had ended already is told why.
    pub fn to(visitor: &Visitor, state: &HttpState, notice: Notice) -> Self {
        let notice = visitor.ended.map_or(notice, Notice::from);
        Self { notice, next: state.auth.paths().logged_out(notice.as_str()) }
    }

    /// Returns it as a redirect.
    pub fn response(self) -> Response {
        let mut response = see_other(&self.next);
        cookie::all_gone().into_iter().for_each(|cookie| add_cookie(response.headers_mut(), cookie));
        response
    }
}
