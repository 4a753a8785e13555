//! Where the email to a user's old address leads, and whoever proves that address. Opening it changes nothing: it takes a
//! tick and a click, which no mail scanner makes.

use crate::{
    app::{
        Site,
        document::{Page, PageQuery},
        email::Email,
        message::{FieldError, Kind, Message},
        moment::Moment,
        words::{Said, error_words},
    },
    auth::{Refused, UndoState, UndoToken},
    http::{
        Visitor, cookie,
        headers::add_cookie,
        see_other,
        sent_link::{self, Opened},
    },
    types::AuthError,
};
use axum::{
    Extension,
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use leptos::prelude::*;

/// `GET /account/email/undo`. A token in the address moves into a cookie, so that it stays in no history.
pub async fn undo(
    State(site): State<Site>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
) -> Result<Response, Refused> {
    let auth = &site.http.auth;
    match sent_link::opened(request.uri(), &auth.paths().undo, UndoToken::parse) {
        Opened::Page => (),
        Opened::Link(token) => {
            let mut response = see_other(&auth.paths().undo(&[]));
            let cookie = token.map_or_else(|| cookie::gone(cookie::UNDO), |token| cookie::undo(&token));
            add_cookie(response.headers_mut(), cookie);
            return Ok(response);
        }
        Opened::Remains => return Ok(see_other(&auth.paths().undo(&[]))),
        Opened::Elsewhere => return Ok(StatusCode::NOT_FOUND.into_response()),
    }
    let query = PageQuery::of(&request);
    let state = match &visitor.cookies.undo {
        Some(token) => auth.email_change_undo(token).await?,
        None => UndoState::Over(AuthError::BadUndoLink),
    };
    let (paths, digits) = (auth.paths().clone(), auth.rules().code_digits);
    let error = Said::error(query.said);
    // An application's own accounts may have said so, and what was undone is undone.
    let state = match (state, error) {
        (UndoState::Over(_), Some(AuthError::EmailTaken)) => UndoState::Over(AuthError::EmailTaken),
        (state, _) => state,
    };
    let title = if matches!(state, UndoState::Good { .. }) { "Undo the change?" } else { "Nothing to undo" };
    let page = Page::new(&site, title)
        .of(&visitor)
        .show(request, move || match state.clone() {
            UndoState::Good { old_email, new_email, present_email, moved, asked_at, until } => {
                let has_left = (present_email != old_email).then(|| present_email.to_string());
                let log_in = paths.log_in(&[]);
                let not_sure = error == Some(AuthError::NotSure);
                let above = error.filter(|error| *error != AuthError::NotSure);
                view! {
                    <section class="magic-auth-card">
                        <h1>"Undo the change?"</h1>
                        {above.map(|error| view! {
                            <Message kind=Kind::Error>{error_words(error, digits)}</Message>
                        })}
                        {has_left.map(|present_email| view! {
                            <p>
                                "This account's address is now " <Email address=present_email />
                                "; " <a href=log_in>"log in with that"</a> "."
                            </p>
                            <p>"Or, if you don't want that, give the account its old email address back:"</p>
                        })}
                        <p>"Somebody asked to change the email address of this account, " <Moment at=asked_at /> ":"</p>
                        <dl class="facts">
                            <dt>"From"</dt>
                            <dd><Email address=old_email.as_str() /></dd>
                            <dt>"To"</dt>
                            <dd><Email address=new_email.as_str() /></dd>
                        </dl>
                        <p>
                            {if moved { "The account has moved there. " } else { "The new address has not proved itself yet. " }}
                            "Undoing it gives the account its old address, and logs out everywhere. You can do so until "
                            <Moment at=until /> "."
                        </p>
                        <form method="post" action=paths.function("undo_email_change")>
                            <label class="check">
                                <input
                                    id="sure"
                                    type="checkbox"
                                    name="sure"
                                    value="true"
                                    required
                                    aria-invalid=not_sure.then_some("true")
                                    aria-describedby=not_sure.then_some("sure-error")
                                />
                                <span>"I don't want this change"</span>
                            </label>
                            {not_sure.then(|| view! {
                                <FieldError id="sure-error">{error_words(AuthError::NotSure, digits)}</FieldError>
                            })}
                            <button type="submit" class="magic-auth-button" data-busy="Undoing it…">"Undo the change"</button>
                        </form>
                    </section>
                }
                .into_any()
            }
            UndoState::Over(over) => view! {
                <section class="magic-auth-card">
                    <h1>"Nothing to undo"</h1>
                    <p>{error_words(over, digits)}</p>
                    <a class="magic-auth-button" href=paths.home(&[])>"Go to the start"</a>
                </section>
            }
            .into_any(),
        })
        .await;
    Ok(page)
}
