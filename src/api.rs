//! The server functions, in the order of the verbs of [`crate::auth::Auth`]. Forms post to them with or without
//! scripts; what an outcome means for a browser is said in [`crate::http::Edge`].

#![expect(missing_docs, reason = "the macro makes a struct of each function's arguments, whose fields bear no docs")]

use crate::{
    auth::{AskLogIn, DisconnectSelf, UseLink},
    http::Edge,
    types::{AuthError, Checkbox, Notice},
};
use leptos::{
    prelude::*,
    server_fn::{codec::JsonEncoding, error::FromServerFnError, error::ServerFnErrorErr},
};

/// Sends a letter to this address. Its challenge is bound to this browser.
#[server(prefix = "/api/magic_auth", endpoint = "request_log_in")]
pub async fn request_log_in(
    #[server(default)] email: String,
    #[server(default)] keep: Checkbox,
    #[server(default)] return_to: String,
) -> Result<(), AuthError> {
    let edge = Edge::from_context()?;
    let browser = edge.visitor().cookies.challenge.as_ref();
    let ask = AskLogIn { email: &email, keep: keep.is_ticked(), return_to: &return_to, browser };
    let outcome = edge.auth().request_log_in(ask, &edge.visitor().client).await;
    edge.letter_asked(outcome, &email, &return_to).await
}

/// Sends another letter of this browser's challenge: the one that the page names, or else the newest.
#[server(prefix = "/api/magic_auth", endpoint = "resend_letter")]
pub async fn resend_letter(#[server(default)] challenge: String) -> Result<(), AuthError> {
    let edge = Edge::from_context()?;
    let outcome = edge.auth().resend_letter(edge.own_challenge(&challenge), &edge.visitor().client).await;
    edge.letter_asked_again(outcome, &challenge).await
}

/// Logs in with the code of a letter, in the browser that asked.
#[server(prefix = "/api/magic_auth", endpoint = "log_in_with_code")]
pub async fn log_in_with_code(
    #[server(default)] code: String,
    #[server(default)] challenge: String,
    #[server(default)] page: String,
) -> Result<(), AuthError> {
    let edge = Edge::from_context()?;
    let (own, old) = (edge.own_challenge(&challenge), edge.visitor().cookies.session.as_ref());
    let outcome = edge.auth().log_in_with_code(own, &code, old, &edge.visitor().client).await;
    edge.code_tried(outcome, &code, &challenge, &page).await
}

/// Logs in with the link that this browser opened; where another browser asked, together with the letter's code.
#[server(prefix = "/api/magic_auth", endpoint = "log_in_with_link")]
pub async fn log_in_with_link(
    #[server(default)] code: String,
    #[server(default)] keep: Checkbox,
    #[server(default)] page: String,
) -> Result<(), AuthError> {
    let edge = Edge::from_context()?;
    let cookies = &edge.visitor().cookies;
    let keep = keep.is_ticked();
    let link = UseLink { token: cookies.link.as_ref(), browser: cookies.challenge.as_ref(), code: &code, keep };
    let outcome = edge.auth().log_in_with_link(link, cookies.session.as_ref(), &edge.visitor().client).await;
    edge.link_used(outcome, &code, &page).await
}

/// Logs this browser out.
#[server(prefix = "/api/magic_auth", endpoint = "log_out")]
pub async fn log_out(#[server(default)] page: String) -> Result<(), AuthError> {
    let edge = Edge::from_context()?;
    let outcome = match edge.visitor().token() {
        Some(session) => edge.auth().log_out(session, edge.acting(&page)).await,
        None => Ok(Default::default()),
    };
    edge.logged_out(outcome, Notice::LoggedOut)
}

/// Logs the user out everywhere.
#[server(prefix = "/api/magic_auth", endpoint = "log_out_all")]
pub async fn log_out_all(#[server(default)] page: String) -> Result<(), AuthError> {
    let edge = Edge::from_context()?;
    let outcome = match edge.session() {
        Ok(session) => edge.auth().log_out_all(&session.user_id, edge.acting(&page), DisconnectSelf::No).await,
        Err(refused) => Err(refused),
    };
    edge.logged_out(outcome, Notice::LoggedOutEverywhere)
}

/// Ends one session from the user's list.
#[server(prefix = "/api/magic_auth", endpoint = "end_session")]
pub async fn end_session(#[server(default)] id: String, #[server(default)] page: String) -> Result<(), AuthError> {
    let edge = Edge::from_context()?;
    let outcome = match edge.session() {
        Ok(session) => edge.auth().end_session(session, &id, edge.acting(&page)).await,
        Err(refused) => Err(refused),
    };
    edge.ended_from_list(outcome, Notice::OtherEnded)
}

/// Ends all sessions from the user's list but this one.
#[server(prefix = "/api/magic_auth", endpoint = "end_other_sessions")]
pub async fn end_other_sessions(#[server(default)] page: String) -> Result<(), AuthError> {
    let edge = Edge::from_context()?;
    let outcome = match edge.session() {
        Ok(session) => edge.auth().end_other_sessions(session, edge.acting(&page)).await,
        Err(refused) => Err(refused),
    };
    edge.ended_from_list(outcome, Notice::OthersEnded)
}

/// Asks to change the user's address, which logs out everywhere, and sends this page on to prove the new one.
#[server(prefix = "/api/magic_auth", endpoint = "change_email")]
pub async fn change_email(#[server(default)] email: String, #[server(default)] page: String) -> Result<(), AuthError> {
    let edge = Edge::from_context()?;
    let outcome = match edge.session() {
        Ok(session) => edge.auth().change_email(session, &email, edge.acting(&page), DisconnectSelf::No).await,
        Err(refused) => Err(refused),
    };
    edge.email_change_asked(outcome, &email)
}

/// Cancels the user's changes of address that have not happened yet.
#[server(prefix = "/api/magic_auth", endpoint = "cancel_email_change")]
pub async fn cancel_email_change(#[server(default)] page: String) -> Result<(), AuthError> {
    let edge = Edge::from_context()?;
    let outcome = match edge.session() {
        Ok(session) => edge.auth().cancel_email_change(session, edge.acting(&page)).await,
        Err(refused) => Err(refused),
    };
    edge.own_change_settled(outcome, Notice::ChangeCancelled)
}

/// Sends the email by which a change can be undone to the old address again.
#[server(prefix = "/api/magic_auth", endpoint = "send_undo_email")]
pub async fn send_undo_email(#[server(default)] id: String, #[server(default)] page: String) -> Result<(), AuthError> {
    let edge = Edge::from_context()?;
    let outcome = match edge.session() {
        Ok(session) => edge.auth().send_undo_email(session, &id, edge.acting(&page)).await,
        Err(refused) => Err(refused),
    };
    edge.own_change_settled(outcome, Notice::UndoEmailSent)
}

/// Takes a change of address back, by the link that this browser opened.
#[server(prefix = "/api/magic_auth", endpoint = "undo_email_change")]
pub async fn undo_email_change(
    #[server(default)] sure: Checkbox,
    #[server(default)] page: String,
) -> Result<(), AuthError> {
    let edge = Edge::from_context()?;
    let token = edge.visitor().cookies.undo.as_ref();
    let outcome = edge.auth().undo_email_change(token, sure.is_ticked(), edge.acting(&page)).await;
    edge.email_change_undone(outcome)
}

impl FromServerFnError for AuthError {
    type Encoder = JsonEncoding;

    /// Whatever Leptos itself finds wrong with a call, the call was wrong.
    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self::BadRequest
    }
}
