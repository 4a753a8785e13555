//! Logs out.

use crate::{
    auth::Refused,
    http::{HttpState, Visitor, cookie, headers::add_cookie, see_other, visitor::unavailable},
    types::Notice,
};
use axum::{Extension, extract::State, response::Response};

/// `DELETE /sessions/log_out`: ends this session, and sends whatever follows redirects to the log-in page.
pub async fn log_out(State(state): State<HttpState>, Extension(visitor): Extension<Visitor>) -> Response {
    if let Some(session) = &visitor.cookies.session
        && let Err(refused @ (Refused::Store(_) | Refused::Hash(_))) =
            state.auth.log_out(session, &visitor.client).await
    {
        return unavailable(&refused);
    }
    let mut response = see_other(&state.auth.paths().log_in(&[("notice", Notice::LoggedOut.as_str())]));
    for cookie in cookie::all_gone() {
        add_cookie(response.headers_mut(), cookie);
    }
    response
}
