//! Where the email to a user's old address leads, and whoever proves that address. Opening it changes nothing: it takes a
//! tick and a click, which no mail scanner makes.

use crate::{
    app::{
        Site,
        document::{Page, PageQuery},
        email::Email,
        message::{FieldError, Kind, Message},
        moment::Moment,
        said::Said,
        texts::{self, error_words, sentence},
    },
    auth::{Error, UndoState, UndoToken},
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
) -> Result<Response, Error> {
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
        None => UndoState::Unusable(AuthError::BadUndoLink),
    };
    let (paths, digits) = (auth.paths().clone(), auth.rules().code_digits);
    let error = Said::error(query.said);
    // An application's own accounts may have said so, and what was undone is undone.
    let state = match (state, error) {
        (UndoState::Unusable(_), Some(AuthError::EmailTaken)) => UndoState::Unusable(AuthError::EmailTaken),
        (state, _) => state,
    };
    let title = if matches!(state, UndoState::Good { .. }) { texts::UNDO_QUESTION } else { texts::NOTHING_TO_UNDO };
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
                        <h1>{texts::UNDO_QUESTION}</h1>
                        {above.map(|error| view! {
                            <Message kind=Kind::Error>{error_words(error, digits)}</Message>
                        })}
                        {has_left.map(|present_email| view! {
                            <p>
                                {sentence(texts::ADDRESS_IS_NOW, [
                                    ("email", Some(view! { <Email address=present_email /> }.into_any())),
                                    ("log_in", Some(view! { <a href=log_in>{texts::LOG_IN_WITH_THAT}</a> }.into_any())),
                                ])}
                            </p>
                            <p>{texts::OR_GIVE_BACK}</p>
                        })}
                        <p>{sentence(texts::SOMEBODY_ASKED, [("asked_at", Some(view! { <Moment at=asked_at /> }.into_any()))])}</p>
                        <dl class="facts">
                            <dt>{texts::FROM}</dt>
                            <dd><Email address=old_email.as_str() /></dd>
                            <dt>{texts::TO}</dt>
                            <dd><Email address=new_email.as_str() /></dd>
                        </dl>
                        <p>
                            {sentence(if moved { texts::UNDO_MOVED } else { texts::UNDO_NOT_PROVED }, [
                                ("until", Some(view! { <Moment at=until /> }.into_any())),
                            ])}
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
                                <span>{texts::I_DONT_WANT}</span>
                            </label>
                            {not_sure.then(|| view! {
                                <FieldError id="sure-error">{error_words(AuthError::NotSure, digits)}</FieldError>
                            })}
                            <button type="submit" class="magic-auth-button" data-busy=texts::UNDOING>{texts::UNDO}</button>
                        </form>
                    </section>
                }
                .into_any()
            }
            UndoState::Unusable(error) => view! {
                <section class="magic-auth-card">
                    <h1>{texts::NOTHING_TO_UNDO}</h1>
                    <p>{error_words(error, digits)}</p>
                    <a class="magic-auth-button" href=paths.home(&[])>{texts::GO_TO_START}</a>
                </section>
            }
            .into_any(),
        })
        .await;
    Ok(page)
}
