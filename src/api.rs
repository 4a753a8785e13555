//! The server functions, in the order of the verbs of the core, `auth::Auth`. Forms post to them with or without scripts,
//! and a page calls them with typed arguments and gets a typed answer. What a verb's outcome means for a browser is said
//! in `http::Caller`; where a form goes back to, in `app::forms`.

mod posted;

pub use posted::Posted;

use crate::types::{Answer, Checkbox, EmailAsked, EmailChange, LogIn, Notice, Rejection};
use leptos::prelude::*;

/// Sends an email with a code and a link to this address. Its challenge is bound to this browser.
///
/// # Errors
/// [`Rejection`] when the address is none, a limit refuses, or the fault is on our side.
#[server(protocol = Posted, prefix = "/api/magic_auth", endpoint = "request_log_in")]
pub async fn request_log_in(
    #[server(default)] email: String,
    #[server(default)] remember: Checkbox,
    #[server(default)] return_to: String,
) -> Result<Answer<EmailAsked>, Rejection> {
    let caller = crate::http::Caller::from_context()?;
    let browser = caller.visitor().cookies.challenge.as_ref();
    let ask = crate::auth::AskLogIn { email: &email, remember: remember.is_ticked(), return_to: &return_to, browser };
    let asked = caller.auth().request_log_in(ask, &caller.visitor().client).await?;
    Ok(caller.email_asked(&asked).await)
}

/// Sends another email of this browser's challenge: the one that is named, or else the newest.
///
/// # Errors
/// [`Rejection`] when there is no such challenge, it is too soon, or the fault is on our side.
#[server(protocol = Posted, prefix = "/api/magic_auth", endpoint = "resend_email")]
pub async fn resend_email(#[server(default)] challenge: String) -> Result<Answer<Notice>, Rejection> {
    let caller = crate::http::Caller::from_context()?;
    caller.auth().resend_email(caller.own_challenge(&challenge), &caller.visitor().client).await?;
    Ok(caller.email_asked_again(&challenge).await)
}

/// Logs in with the code of an email, in the browser that asked.
///
/// # Errors
/// [`Rejection`] when the code is wrong or too late, when the address was left lately (then a cookie opens the page that
/// undoes that), or the fault is on our side.
#[server(protocol = Posted, prefix = "/api/magic_auth", endpoint = "log_in_with_code")]
pub async fn log_in_with_code(
    #[server(default)] code: String,
    #[server(default)] challenge: String,
    #[server(default)] page: String,
) -> Result<Answer<LogIn>, Rejection> {
    let caller = crate::http::Caller::from_context()?;
    let (own, old) = (caller.own_challenge(&challenge), caller.visitor().cookies.session.as_ref());
    let proved = caller.auth().log_in_with_code(own, &code, old, &caller.visitor().client).await?;
    caller.proved(proved, &page).await
}

/// Logs in with the link that this browser opened; where another browser asked, together with the code of its email.
///
/// # Errors
/// Those of [`log_in_with_code`].
#[server(protocol = Posted, prefix = "/api/magic_auth", endpoint = "log_in_with_link")]
pub async fn log_in_with_link(
    #[server(default)] code: String,
    #[server(default)] remember: Checkbox,
    #[server(default)] page: String,
) -> Result<Answer<LogIn>, Rejection> {
    let caller = crate::http::Caller::from_context()?;
    let cookies = &caller.visitor().cookies;
    let (token, browser, remember) = (cookies.link.as_ref(), cookies.challenge.as_ref(), remember.is_ticked());
    let link = crate::auth::UseLink { token, browser, code: &code, remember };
    let proved = caller.auth().log_in_with_link(link, cookies.session.as_ref(), &caller.visitor().client).await?;
    caller.proved(proved, &page).await
}

/// Logs this browser out.
///
/// # Errors
/// [`Rejection`] when the fault is on our side. Logging out twice is as good as once.
#[server(protocol = Posted, prefix = "/api/magic_auth", endpoint = "log_out")]
pub async fn log_out(#[server(default)] page: String) -> Result<Answer<Notice>, Rejection> {
    crate::http::Caller::from_context()?.log_out(&page).await
}

/// Logs the user out everywhere.
///
/// # Errors
/// Those of [`log_out`].
#[server(protocol = Posted, prefix = "/api/magic_auth", endpoint = "log_out_all")]
pub async fn log_out_all(#[server(default)] page: String) -> Result<Answer<Notice>, Rejection> {
    let caller = crate::http::Caller::from_context()?;
    if let Some(session) = &caller.visitor().session {
        let spared = crate::auth::DisconnectSelf::No;
        caller.auth().log_out_all(&session.account, caller.acting(&page), spared).await?;
    }
    Ok(caller.logged_out_everywhere())
}

/// Ends one session from the user's list.
///
/// # Errors
/// [`Rejection`] when it is none of the user's, nobody is logged in any more, or the fault is on our side.
#[server(protocol = Posted, prefix = "/api/magic_auth", endpoint = "end_session")]
pub async fn end_session(
    #[server(default)] id: String,
    #[server(default)] page: String,
) -> Result<Answer<Notice>, Rejection> {
    let caller = crate::http::Caller::from_context()?;
    let ended = caller.auth().end_session(caller.session()?, &id, caller.acting(&page)).await?;
    Ok(caller.ended_from_list(&ended, Notice::OtherEnded))
}

/// Ends all sessions from the user's list but this one.
///
/// # Errors
/// [`Rejection`] when nobody is logged in any more, or the fault is on our side.
#[server(protocol = Posted, prefix = "/api/magic_auth", endpoint = "end_other_sessions")]
pub async fn end_other_sessions(#[server(default)] page: String) -> Result<Answer<Notice>, Rejection> {
    let caller = crate::http::Caller::from_context()?;
    let ended = caller.auth().end_other_sessions(caller.session()?, caller.acting(&page)).await?;
    Ok(caller.ended_from_list(&ended, Notice::OthersEnded))
}

/// Asks to change the user's email address, which logs out everywhere; the next page is the one that proves the new one.
///
/// # Errors
/// [`Rejection`] when the address is none or the present one, nobody is logged in any more, a limit refuses, or the fault
/// is on our side.
#[server(protocol = Posted, prefix = "/api/magic_auth", endpoint = "change_email")]
pub async fn change_email(
    #[server(default)] email: String,
    #[server(default)] page: String,
) -> Result<Answer<EmailChange>, Rejection> {
    let caller = crate::http::Caller::from_context()?;
    let (spared, acting) = (crate::auth::DisconnectSelf::No, caller.acting(&page));
    let asked = caller.auth().change_email(caller.session()?, &email, acting, spared).await?;
    Ok(caller.email_change_asked(&asked))
}

/// Cancels the user's changes of address that have not happened yet.
///
/// # Errors
/// [`Rejection`] when nobody is logged in any more, or the fault is on our side.
#[server(protocol = Posted, prefix = "/api/magic_auth", endpoint = "cancel_email_change")]
pub async fn cancel_email_change(#[server(default)] page: String) -> Result<Answer<Notice>, Rejection> {
    let caller = crate::http::Caller::from_context()?;
    caller.auth().cancel_email_change(caller.session()?, caller.acting(&page)).await?;
    Ok(caller.at_account(Notice::ChangeCancelled))
}

/// Sends the email by which a change can be undone to the old address again.
///
/// # Errors
/// [`Rejection`] when the change is none that can be undone, nobody is logged in any more, a limit refuses, or the fault is
/// on our side.
#[server(protocol = Posted, prefix = "/api/magic_auth", endpoint = "send_undo_email")]
pub async fn send_undo_email(
    #[server(default)] id: String,
    #[server(default)] page: String,
) -> Result<Answer<Notice>, Rejection> {
    let caller = crate::http::Caller::from_context()?;
    caller.auth().send_undo_email(caller.session()?, &id, caller.acting(&page)).await?;
    Ok(caller.at_account(Notice::UndoEmailSent))
}

/// Undoes a change of address, by the link that this browser opened.
///
/// # Errors
/// [`Rejection`] when the link is none that undoes a change, the box was not ticked, or the fault is on our side.
#[server(protocol = Posted, prefix = "/api/magic_auth", endpoint = "undo_email_change")]
pub async fn undo_email_change(
    #[server(default)] sure: Checkbox,
    #[server(default)] page: String,
) -> Result<Answer<Notice>, Rejection> {
    let caller = crate::http::Caller::from_context()?;
    let token = caller.visitor().cookies.undo.as_ref();
    let ended = caller.auth().undo_email_change(token, sure, caller.acting(&page)).await?;
    Ok(caller.email_change_undone(&ended))
}

/// Chooses a language for this browser, and for the account where somebody is logged in.
///
/// # Errors
/// [`Rejection`] when there is no such language, or the fault is on our side.
#[server(protocol = Posted, prefix = "/api/magic_auth", endpoint = "choose_language")]
pub async fn choose_language(
    #[server(default)] language: String,
    #[server(default)] return_to: String,
) -> Result<Answer<()>, Rejection> {
    let caller = crate::http::Caller::from_context()?;
    let language = caller.language_chosen(&language)?;
    if let Ok(session) = caller.session() {
        caller.auth().choose_language(session, &language, &caller.visitor().client).await?;
    }
    Ok(caller.come_back_in(&language, &return_to))
}
