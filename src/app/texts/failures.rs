//! What pages say of failures: what is wrong, and what to do.

use super::sentence::spoken;
use crate::{
    http::{Fault, NO_CONNECT_INFO},
    languages::{Text, texts},
};
use axum::http::StatusCode;

texts! {
    ORIGIN_TITLE = "fault-origin-title",
    ORIGIN = "fault-origin",
    CLIENT_TITLE = "fault-client-title",
    CLIENT = "fault-client",
    SERVER_TITLE = "fault-server-title",
    OTHER_ADDRESS_TITLE = "fault-other-address-title",
    OTHER_ADDRESS = "fault-other-address",
    NOT_FOUND_TITLE = "not-found-title",
    NOT_FOUND = "not-found",
    UNAUTHORIZED_TITLE = "unauthorized-title",
    UNAUTHORIZED = "unauthorized",
    NO_SUCH_PART_TITLE = "no-such-part-title",
    NO_SUCH_PART = "no-such-part",
    FORBIDDEN_TITLE = "forbidden-title",
    FORBIDDEN = "forbidden",
    NOT_HERE_TITLE = "not-here-title",
    NOT_HERE = "not-here",
    TOO_SLOW_TITLE = "too-slow-title",
    TOO_SLOW = "too-slow",
    TOO_LARGE_TITLE = "too-large-title",
    TOO_LARGE = "too-large",
    TOO_MANY_TITLE = "too-many-title",
    TOO_MANY = "too-many",
    BACK_SOON_TITLE = "back-soon-title",
    BACK_SOON = "back-soon",
    WENT_WRONG_TITLE = "went-wrong-title",
    WENT_WRONG = "went-wrong",
    NOT_WHOLE_TITLE = "not-whole-title",
    NOT_WHOLE = "not-whole",
}

/// Where a status alone could not say it: the page's title, and what to do. What only whoever writes the program can do
/// is said in English, as the log says it.
pub(in crate::app) fn fault(fault: Fault) -> (Text, String) {
    let (title, text) = match fault {
        Fault::OriginMissing => (ORIGIN_TITLE, ORIGIN),
        Fault::ClientUnknown => (CLIENT_TITLE, CLIENT),
        Fault::NoConnectInfo => return (SERVER_TITLE, NO_CONNECT_INFO.to_owned()),
        Fault::OtherAddress => (OTHER_ADDRESS_TITLE, OTHER_ADDRESS),
    };
    (title, spoken().say(text, &[]))
}

/// What is said of an error status, and the title of its page first.
pub(in crate::app) fn failure(status: StatusCode) -> (Text, String) {
    let (title, text) = match status {
        StatusCode::NOT_FOUND => (NOT_FOUND_TITLE, NOT_FOUND),
        StatusCode::UNAUTHORIZED => (UNAUTHORIZED_TITLE, UNAUTHORIZED),
        StatusCode::RANGE_NOT_SATISFIABLE => (NO_SUCH_PART_TITLE, NO_SUCH_PART),
        StatusCode::FORBIDDEN => (FORBIDDEN_TITLE, FORBIDDEN),
        StatusCode::METHOD_NOT_ALLOWED => (NOT_HERE_TITLE, NOT_HERE),
        StatusCode::REQUEST_TIMEOUT => (TOO_SLOW_TITLE, TOO_SLOW),
        StatusCode::PAYLOAD_TOO_LARGE => (TOO_LARGE_TITLE, TOO_LARGE),
        StatusCode::TOO_MANY_REQUESTS => (TOO_MANY_TITLE, TOO_MANY),
        StatusCode::SERVICE_UNAVAILABLE => (BACK_SOON_TITLE, BACK_SOON),
        status if status.is_server_error() => (WENT_WRONG_TITLE, WENT_WRONG),
        _ => (NOT_WHOLE_TITLE, NOT_WHOLE),
    };
    (title, spoken().say(text, &[]))
}
