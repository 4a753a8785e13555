//! What may be sent: whole, soon, and not large.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::time::Duration;
use tokio::time::timeout;

/// Longest body, in bytes. The largest honest form has less than 4 KiB.
pub const MOST_BYTES: usize = 64 * 1024;

/// How long a form may take to arrive.
const PATIENCE: Duration = Duration::from_secs(10);

/// Reads what was sent before anybody sees it: 413 when it is too long, 408 when it does not arrive.
pub async fn read_body(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let bytes = match timeout(PATIENCE, to_bytes(body, MOST_BYTES)).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(_)) => return (StatusCode::PAYLOAD_TOO_LARGE, [(header::CONNECTION, "close")]).into_response(),
        Err(_) => return (StatusCode::REQUEST_TIMEOUT, [(header::CONNECTION, "close")]).into_response(),
    };
    next.run(Request::from_parts(parts, Body::from(bytes))).await
}
