//! What parts ask of the browser.

use super::waiting_tab;
use crate::types::{Paths, Visit, functions::VISIT};
use leptos::{
    prelude::{
        codee::{Decoder, string::JsonSerdeCodec},
        window,
    },
    server_fn::client::get_server_url,
};

/// Returns what is known of who visits before anybody was asked: nothing.
pub(crate) fn visit() -> Visit {
    Visit::default()
}

/// Returns where things are: the server alone knows, and has written it into the page.
pub(crate) fn paths() -> Option<Paths> {
    None
}

/// Returns where a server function is. Below a path the host says so to Leptos, for server functions of its own, by
/// `set_server_url`. What the server wrote into a page stays as it is.
pub(crate) fn function(name: &str) -> String {
    [get_server_url(), &Paths::api(name)].concat()
}

/// Returns the server's number for a part, of which there is none here.
pub(crate) fn number() -> Option<u32> {
    None
}

/// Says nothing by itself: what parts say comes from the server.
pub(crate) fn said(_: &str) -> Option<String> {
    None
}

/// Brings nothing along for others.
pub(crate) fn all_said(_: &[&str]) -> Option<String> {
    None
}

/// Asks the server who visits, and what parts say on the page; `None` where it does not answer.
pub(crate) async fn ask() -> Option<Visit> {
    let answer = waiting_tab::ask(&[&function(VISIT), "?texts"].concat()).await?;
    <JsonSerdeCodec as Decoder<Visit>>::decode(&answer).ok()
}

/// Returns where this page is, with its query.
pub(crate) fn path() -> String {
    let location = window().location();
    [location.pathname().unwrap_or_default(), location.search().unwrap_or_default()].concat()
}

/// Sends nobody on: what runs in the browser leaves by itself.
pub(crate) fn send_on(_: &str) {}
