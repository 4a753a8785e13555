//! Whether the application can do its work.

use crate::http::{HttpState, shed::busy};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};

/// Answers 200 when the database can be read and written, 503 when not. For balancers and whoever watches; not for what
/// restarts programs, because a restart mends no database.
pub async fn healthz(State(state): State<HttpState>) -> Response {
    match state.auth.health().await {
        Ok(()) => "ok\n".into_response(),
        Err(_) => busy(),
    }
}
