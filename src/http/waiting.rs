//! How things stand for a code page that waits, in one word: when it changes, the page loads itself anew.

use super::{HttpState, Visitor};
use crate::{
    auth::{ChallengeState, Error, OwnChallenge, Purpose},
    store::Delivery,
    types::AuthError,
};
use axum::{
    Extension,
    extract::{RawQuery, State},
};

/// Returns whether a code page has nothing to wait for, because its browser is logged in. To prove one's present
/// address again one is logged in all the while.
pub fn is_settled(logged_in: bool, challenge: Option<&ChallengeState>) -> bool {
    let proves_again = challenge.is_some_and(|challenge| {
        matches!(challenge.purpose, Purpose::Prove { .. }) && challenge.unusable != Some(AuthError::Used)
    });
    logged_in && !proves_again
}

/// Returns the word for a browser that is (or is not) logged in and has this challenge.
pub fn word(logged_in: bool, challenge: Option<&ChallengeState>) -> &'static str {
    match challenge {
        challenge if is_settled(logged_in, challenge) => "logged_in",
        None => "no_challenge",
        Some(ChallengeState { unusable: Some(error), .. }) => error.as_str(),
        Some(ChallengeState { delivery: Delivery::Pending, .. }) => "sending",
        Some(ChallengeState { delivery: Delivery::Sent, .. }) => "sent",
        Some(ChallengeState { delivery: Delivery::Failed, .. }) => "failed",
        Some(ChallengeState { delivery: Delivery::Refused, .. }) => "refused",
        Some(ChallengeState { delivery: Delivery::Unknown, .. }) => "unknown",
    }
}

/// Answers the word for the challenge that the query names, or else this browser's newest. It is this browser's own
/// session that decides: a link used elsewhere logs in there alone.
pub async fn waiting(
    State(state): State<HttpState>,
    Extension(visitor): Extension<Visitor>,
    RawQuery(query): RawQuery,
) -> Result<&'static str, Error> {
    let mut query = url::form_urlencoded::parse(query.as_deref().unwrap_or_default().as_bytes());
    let id = query.find(|(name, _)| name == "challenge").map(|(_, id)| id).unwrap_or_default();
    let own = OwnChallenge { browser: visitor.cookies.challenge.as_ref(), id: &id };
    let challenge = state.auth.challenge(own, &visitor.client).await?;
    Ok(word(visitor.session.is_some(), challenge.as_ref()))
}
