//! How things stand for a code page that waits, in one word: when it changes, the page loads itself anew.

use super::{HttpState, Visitor, visitor::unavailable};
use crate::{auth::ChallengeState, store::Delivery};
use axum::{
    Extension,
    extract::State,
    response::{IntoResponse, Response},
};

/// The word for a browser that is (or is not) logged in and has this challenge.
pub fn word(logged_in: bool, challenge: Option<&ChallengeState>) -> &'static str {
    match challenge {
        _ if logged_in => "logged_in",
        None => "no_challenge",
        Some(ChallengeState { over: Some(over), .. }) => over.as_str(),
        Some(ChallengeState { delivery: Delivery::Pending, .. }) => "sending",
        Some(ChallengeState { delivery: Delivery::Sent, .. }) => "sent",
        Some(ChallengeState { delivery: Delivery::Failed, .. }) => "failed",
    }
}

/// Answers the word. It is this browser's own session that decides: a link used elsewhere logs in there alone.
pub async fn waiting(State(state): State<HttpState>, Extension(visitor): Extension<Visitor>) -> Response {
    let challenge = match &visitor.cookies.challenge {
        Some(secret) => state.auth.challenge(secret).await,
        None => Ok(None),
    };
    match challenge {
        Ok(challenge) => word(visitor.session.is_some(), challenge.as_ref()).into_response(),
        Err(refused) => unavailable(&refused),
    }
}
