//! What the core's error means for whoever asked, and for HTTP.

use super::Fault;
use crate::{
    auth::Error,
    types::{AuthError, Rejection},
};
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

impl From<Error> for Rejection {
    /// What has failed on our side is told in the log, and here as no more than that.
    fn from(error: Error) -> Self {
        match error {
            Error::Rejected(kind) => kind.into(),
            Error::Limited(limited) => Self { kind: limited.what, retry_after: Some(limited.seconds()) },
            // That is no failure, and under attack it happens often.
            Error::Busy(busy) => {
                tracing::debug!("a request was not served: {busy}");
                AuthError::Unavailable.into()
            }
            // The log has it already, with what the host said.
            Error::Host(_) | Error::AskAgain => AuthError::Unavailable.into(),
            Error::Store(_) | Error::Hash(_) => {
                tracing::error!("a request could not be served: {error}");
                AuthError::Unavailable.into()
            }
        }
    }
}

impl IntoResponse for Rejection {
    /// Answers with the status and, where it is known, when to try again. The page of a failure around it says more.
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.kind.status()).unwrap_or(StatusCode::BAD_REQUEST);
        let mut response = status.into_response();
        let seconds = self.retry_after.or(match self.kind {
            AuthError::Unavailable => Some(5),
            AuthError::ClientUnknown => Some(60),
            _ => None,
        });
        if let Some(seconds) = seconds {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.kind == AuthError::ClientUnknown {
            response.extensions_mut().insert(Fault::ClientUnknown);
        }
        response
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        Rejection::from(self).into_response()
    }
}

/// Whether going back to the form helps, which says then what is wrong. Else the status has a page of its own.
pub fn is_shown_at_form(kind: AuthError) -> bool {
    use AuthError::*;
    // There is no page to go back to from another's session: whoever asks for that made the request themselves.
    !matches!(kind, Unavailable | ClientUnknown | BadRequest | NoSuchSession)
}
