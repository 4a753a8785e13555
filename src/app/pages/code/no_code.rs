//! No code works here: the email could not be sent, or none of the challenge's is good any more.

use super::{CodePage, instead};
use crate::{
    app::{
        email::Email,
        message::{Kind, Message},
        texts::{self, error_words, not_sent_words, sentence},
    },
    auth::Purpose,
    types::AuthError,
};
use leptos::prelude::*;

/// The email could not be sent: the person tries again, with everything as it was.
#[component]
pub(super) fn NotSent(page: CodePage) -> impl IntoView {
    let CodePage { challenge, paths, .. } = page;
    let why = not_sent_words(challenge.delivery);
    view! {
        <h1>{texts::NOT_SENT}</h1>
        <Message kind=Kind::Error>{why}</Message>
        <p>{sentence(texts::MEANT_FOR, [("email", Some(view! { <Email address=challenge.email.as_str() /> }.into_any()))])}</p>
        <form method="post" action=paths.function("resend_email")>
            <input type="hidden" name="challenge" value=challenge.id.to_string() />
            <button type="submit" class="magic-auth-button" data-busy=texts::SENDING>{texts::TRY_AGAIN}</button>
        </form>
        <div class="after">{instead(&challenge.purpose, &paths)}</div>
    }
}

/// No code of this challenge works any more: one click asks for a new one.
#[component]
pub(super) fn Unusable(page: CodePage, reason: AuthError) -> impl IntoView {
    let CodePage { challenge, digits, paths, error, .. } = page;
    let instead = instead(&challenge.purpose, &paths);
    // A change that was refused has used its email up, but that is not what matters.
    let shown =
        error.filter(|error| matches!(error, AuthError::ChangeRefused | AuthError::EmailTaken)).unwrap_or(reason);
    view! {
        <h1>{texts::ASK_FOR_NEW_CODE}</h1>
        <Message kind=Kind::Error>
            {match shown {
                // The link takes none of these tries.
                AuthError::TriesUsedUp => texts::LAST_CODE.into_render(),
                _ => error_words(shown, digits),
            }}
        </Message>
        {match challenge.purpose {
            // Somebody was logged in by it, and may have been logged out since from elsewhere: whose page this was is
            // not shown to who comes back to it.
            _ if reason == AuthError::Used => {
                let log_in = match &challenge.return_to {
                    Some(return_to) => paths.log_in(&[("return_to", return_to)]),
                    None => paths.log_in(&[]),
                };
                view! { <a class="magic-auth-button" href=log_in>{texts::ASK_FOR_NEW_EMAIL}</a> }.into_any()
            }
            Purpose::LogIn => view! {
                <form method="post" action=paths.function("request_log_in")>
                    <input type="hidden" name="email" value=challenge.email.to_string() />
                    <input type="hidden" name="remember" value=challenge.remember.to_string() />
                    {challenge.return_to.map(|return_to| view! {
                        <input type="hidden" name="return_to" value=return_to />
                    })}
                    <p>
                        {sentence(texts::WE_WILL_SEND_TO, [
                            ("email", Some(view! { <Email address=challenge.email.as_str() /> }.into_any())),
                        ])}
                    </p>
                    <button type="submit" class="magic-auth-button" data-busy=texts::SENDING>{texts::SEND_ME_NEW_CODE}</button>
                </form>
            }
            .into_any(),
            Purpose::Prove { new_email } => view! {
                <form method="post" action=paths.function("change_email")>
                    <input type="hidden" name="email" value=new_email.to_string() />
                    <p>
                        {sentence(texts::WE_WILL_SEND_TO_PRESENT, [
                            ("email", Some(view! { <Email address=new_email.as_str() /> }.into_any())),
                        ])}
                    </p>
                    <button type="submit" class="magic-auth-button" data-busy=texts::SENDING>{texts::SEND_ME_NEW_CODE}</button>
                </form>
            }
            .into_any(),
            // A new code for the new address alone would make a new account: it is the account that has to ask.
            Purpose::Confirm { .. } => view! {
                <p>
                    {sentence(texts::STILL_OLD_CHANGE_AGAIN, [
                        ("email", Some(view! { <Email address=challenge.email.as_str() /> }.into_any())),
                    ])}
                </p>
                <a class="magic-auth-button" href=paths.log_in(&[("return_to", &paths.account(&[]))])>{texts::LOG_IN}</a>
            }
            .into_any(),
        }}
        {(!matches!(reason, AuthError::Used)).then(|| view! { <div class="after">{instead}</div> })}
    }
}
