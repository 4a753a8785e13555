//! Whether the database answers.

use crate::http::{HttpState, visitor::unavailable};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};

/// 200 when it does, 503 when it does not.
pub async fn healthz(State(state): State<HttpState>) -> Response {
    match state.auth.ping().await {
        Ok(()) => "ok\n".into_response(),
        Err(refused) => unavailable(&refused),
    }
}
