//! Whether the application can do its work.

use crate::http::{HttpState, shed::busy};
use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

const METHODS: HeaderValue = HeaderValue::from_static("GET, HEAD, OPTIONS");

/// Answers 200 when the database can be read and written, 503 when not. For balancers and whoever watches; not for what
/// restarts programs, because a restart mends no database.
pub async fn healthz(State(state): State<HttpState>) -> Response {
    match state.auth.health().await {
        Ok(()) => "ok\n".into_response(),
        Err(_) => busy(),
    }
}

/// The same for load balancers that ask by `OPTIONS`, which is what HAProxy does unless it is told otherwise.
pub async fn options(state: State<HttpState>) -> Response {
    let mut response = healthz(state).await;
    response.headers_mut().insert(header::ALLOW, METHODS);
    response
}
