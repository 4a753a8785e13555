//! The span of a request: what the lines of the log that it writes have in common.

use crate::ids::SessionId;
use axum::{
    extract::{MatchedPath, Request},
    http::Method,
    middleware::Next,
    response::Response,
};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use tracing::{Instrument, Span, field::Empty, info_span};

/// Puts a span around a request, with its method, its route and an id of its own. Nothing that a client has written is
/// among it: what is no known method is `other`, and a path that no route matches is `none`.
pub async fn of_request(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str);
    let span = info_span!("request", method = method(request.method()), route, id = new_id(), session = Empty);
    next.run(request).instrument(span).await
}

/// Notes whose session the request of this task comes with: enough of a hash to tell it from others in the log.
pub(crate) fn note_session(id: SessionId) {
    let mut short = String::with_capacity(8);
    for byte in Sha256::digest(id.to_string()).iter().take(4) {
        let _ = write!(short, "{byte:02x}");
    }
    Span::current().record("session", short);
}

/// Draws 16 hexadecimal digits. They keep no secret: should the system give no random bytes, the request is served all the
/// same.
fn new_id() -> String {
    let mut bytes = [0; 8];
    let _ = getrandom::fill(&mut bytes);
    format!("{:016x}", u64::from_be_bytes(bytes))
}

fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
