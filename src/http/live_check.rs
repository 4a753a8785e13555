//! What a live page asks once a minute where its WebSocket does not come up: one word about its session.

use super::{HttpState, cookie::Cookies, headers::NO_STORE, live::made_for};
use crate::{
    auth::{Error, PageState},
    ids::SessionId,
    types::{EndReason, Timestamp, live_protocol::GOOD},
};
use axum::{
    extract::{Query, State},
    http::{HeaderMap, header},
    response::IntoResponse,
};
use serde::Deserialize;
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// How often the log says that sockets do not come up.
const WARN_EVERY: Duration = Duration::from_secs(60 * 60);

/// Which page asks.
#[derive(Deserialize)]
pub struct CheckQuery {
    /// The id of the session that the page was made for.
    #[serde(deserialize_with = "made_for")]
    session: SessionId,
    /// `none` when no socket of this page has ever come up.
    socket: Option<String>,
}

/// Answers `good`, or the reason why the page has to leave, and counts as no use of the session: its idle end stays
/// where it is, and nobody is seen.
pub async fn live_check(
    State(state): State<HttpState>,
    Query(query): Query<CheckQuery>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Error> {
    let because = match Cookies::read(&headers, &state.cookie_suffix).session {
        Some(token) => match state.auth.page_state(&token, query.session).await? {
            PageState::Stays { .. } => None,
            PageState::Leaves(because) => Some(because),
        },
        None => Some(EndReason::LoggedOut),
    };
    let word = because.map_or(GOOD, EndReason::as_str);
    // Only of who is logged in: nobody else fills the log.
    if word == GOOD && query.socket.as_deref() == Some("none") && state.socketless.is_news(state.auth.clock().now()) {
        tracing::warn!(
            path = state.auth.paths().live(&[]),
            "the WebSocket of a page does not come up, so it asks once a minute instead and leaves up to a minute late: \
             does the proxy forward Upgrade and Connection?"
        );
    }
    Ok(([(header::CACHE_CONTROL, NO_STORE)], word))
}

/// When the log has last said that sockets do not come up. Clones remember together.
#[derive(Clone, Default)]
pub struct Socketless(Arc<Mutex<Option<Timestamp>>>);

impl Socketless {
    /// Whether it is time to say so again; counts as said.
    fn is_news(&self, now: Timestamp) -> bool {
        let mut said_at = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_news = said_at.is_none_or(|said_at| now.since(said_at) >= WARN_EVERY);
        if is_news {
            *said_at = Some(now);
        }
        is_news
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_says_it_once_an_hour() {
        let (socketless, start) = (Socketless::default(), Timestamp(1_000));
        let told: Vec<_> = [0, 0, 60, 3_599, 3_600, 3_660, 7_200]
            .map(|seconds| socketless.clone().is_news(start + Duration::from_secs(seconds)))
            .into();
        assert_eq!(told, [true, false, false, false, true, false, true]);
    }
}
