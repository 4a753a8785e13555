//! What pages say of failures: what is wrong, and what to do.

use crate::http::{Fault, NO_CONNECT_INFO};
use axum::http::StatusCode;

/// Where a status alone could not say it.
pub(in crate::app) fn fault(fault: Fault) -> (&'static str, &'static str) {
    match fault {
        Fault::OriginMissing => (
            "Your browser left something out",
            "For your safety only our own pages may do this, and your browser did not say which page it was on: it sent \
             neither the header Origin nor Sec-Fetch-Site. A privacy extension or a proxy may take them out. Allow them \
             for this site, or use another browser.",
        ),
        Fault::ClientUnknown => (
            "We can't tell where you are",
            "How often this may be done from one place is limited, and this site was not told where you are. The fault is on \
             our side and has been noted. Nothing was changed or used up; try again later.",
        ),
        Fault::NoConnectInfo => ("This server is not ready yet", NO_CONNECT_INFO),
        Fault::OtherAddress => (
            "This page is open at another address",
            "For your safety this works at the site's own address only. Go to the start and do it there.",
        ),
    }
}

/// What is said of an error status, and the title of its page first.
pub(in crate::app) fn failure(status: StatusCode) -> (&'static str, &'static str) {
    match status {
        StatusCode::NOT_FOUND => {
            ("There is nothing here", "The page may have moved, or its address has a typing error.")
        }
        StatusCode::MISDIRECTED_REQUEST => {
            ("There is no site at this address", "Look at the address for a typing error, and at the host above all.")
        }
        StatusCode::UNAUTHORIZED => {
            ("Log in first", "This is for people who are logged in. Go to the start and log in there.")
        }
        StatusCode::RANGE_NOT_SATISFIABLE => {
            ("There is no such part", "The file is shorter than that. Load all of it.")
        }
        StatusCode::FORBIDDEN => (
            "That came from another site",
            "For your safety only our own pages may do this. Go to the start and try again from there.",
        ),
        StatusCode::METHOD_NOT_ALLOWED => (
            "That can't be done here",
            "This address can't be opened by itself. Go to the start and find the way from there.",
        ),
        StatusCode::REQUEST_TIMEOUT => ("That took too long", "The connection was too slow. Go back and try again."),
        StatusCode::PAYLOAD_TOO_LARGE => {
            ("That was too much", "The form held more than we can take. Go back and shorten it.")
        }
        StatusCode::TOO_MANY_REQUESTS => {
            ("A little slower, please", "There were too many requests. Try again in a moment.")
        }
        StatusCode::SERVICE_UNAVAILABLE => (
            "We'll be right back",
            "Something on our side isn't answering. Nothing was lost or used up; try again in a moment.",
        ),
        status if status.is_server_error() => {
            ("Something went wrong", "The fault is on our side and has been noted. Go back and try again.")
        }
        _ => ("That didn't reach us whole", "Go back and try again."),
    }
}
