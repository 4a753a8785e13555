//! The email is on its way, or has arrived: a field for its code.

use super::{CodePage, heading, instead};
use crate::{
    app::{
        email::Email,
        message::{FieldError, Kind, Message},
        moment::Moment,
        texts::{self, error_words, fill, in_time, notice_words, sentence, sentence_with, tries_left},
    },
    auth::Purpose,
    parts::{CodeField, RetryButton},
    store::Delivery,
    types::AuthError,
};
use leptos::prelude::*;

/// The email is on its way, or has arrived.
#[component]
pub(super) fn Sent(page: CodePage) -> impl IntoView {
    let CodePage { challenge, error, notice, typed, digits, lifetime, resend_in, paths } = page;
    let (id, minutes) = (challenge.id.to_string(), lifetime.as_secs().div_ceil(60));
    let at_field = error.filter(|error| error.is_about_code());
    let above = error.filter(|error| at_field.is_none() && *error != AuthError::CodesOff);
    let inbox = inbox(challenge.email.domain());
    let sending = challenge.delivery == Delivery::Pending;
    let until = challenge.good_until.unwrap_or(challenge.ends_at);
    let not_sent = challenge.delivery.never_arrives();
    let unknown = challenge.delivery == Delivery::Unknown;
    let (button, busy) = match challenge.purpose {
        Purpose::LogIn => (texts::LOG_IN, texts::LOGGING_IN),
        Purpose::Prove { .. } => (texts::GO_ON, texts::GOING_ON),
        Purpose::Confirm { .. } => (texts::USE_THIS_ADDRESS, texts::LOGGING_IN),
    };
    let instead = instead(&challenge.purpose, &paths);
    view! {
        <h1>{heading(&challenge.purpose)}</h1>
        {notice.map(|notice| view! { <Message kind=Kind::Notice>{notice_words(notice)}</Message> })}
        {above.map(|error| view! { <Message kind=kind_of(error)>{error_words(error, digits)}</Message> })}
        {not_sent.then(|| view! {
            <Message kind=Kind::Error>{texts::ANOTHER_NOT_SENT}</Message>
        })}
        {unknown.then(|| view! { <Message kind=Kind::Notice>{texts::NOT_CONFIRMED}</Message> })}
        {match &challenge.purpose {
            Purpose::LogIn => None,
            Purpose::Prove { new_email } => Some(view! {
                <p>
                    {sentence(texts::PROVE_PRESENT_FIRST, [
                        ("email", Some(view! { <Email address=new_email.as_str() /> }.into_any())),
                    ])}
                </p>
            }.into_any()),
            Purpose::Confirm { .. } => Some(view! {
                <p>{texts::LOGGED_OUT_FOR_CHANGE}</p>
            }.into_any()),
        }}
        <p>
            {sentence_with(if sending || unknown { texts::SENDING_TO } else { texts::SENT_TO }, [("minutes", &minutes)], [
                ("email", Some(view! { <Email address=challenge.email.as_str() /> }.into_any())),
                ("until", Some(view! { <Moment at=until /> }.into_any())),
            ])}
        </p>
        {inbox.map(|(name, address)| view! {
            <p><a href=address target="_blank" rel="noopener noreferrer">{fill(texts::OPEN_INBOX, [("name", &name)])}</a></p>
        })}
        {if challenge.codes_off {
            view! { <Message kind=Kind::Error>{error_words(AuthError::CodesOff, digits)}</Message> }.into_any()
        } else {
            view! {
                <form method="post" action=paths.function("log_in_with_code") novalidate>
                    <input type="hidden" name="challenge" value=id.clone() />
                    <label for="code">{texts::CODE_FROM_EMAIL}</label>
                    <CodeField length=digits value=typed invalid=at_field.is_some() />
                    {at_field.map(|error| view! {
                        <FieldError id="code-error">
                            {error_words(error, digits)}
                            {(error == AuthError::WrongCode).then(|| {
                                format!(" {} {}", tries_left(challenge.tries_left), texts::TYPE_OR_OPEN.into_render())
                            })}
                        </FieldError>
                    })}
                    <p class="magic-auth-hint" id="code-hint">{fill(texts::DIGITS, [("digits", &digits)])}</p>
                    <button type="submit" class="magic-auth-button" data-busy=busy>{button}</button>
                </form>
            }
            .into_any()
        }}
        <div class="after">
            // One that repeats has done its work; only its answer was lost.
            {(!challenge.repeats).then(|| view! {
                <p>{if resend_in.is_none() { texts::LOOK_IN_SPAM_EACH_WORKS } else { texts::LOOK_IN_SPAM }}</p>
            })}
            <div class="choices">
                {resend_in.filter(|_| !challenge.repeats).map(|seconds| view! {
                    <form method="post" action=paths.function("resend_email")>
                        <input type="hidden" name="challenge" value=id />
                        <RetryButton
                            seconds=seconds.into()
                            words=texts::SEND_AGAIN.into_render()
                            busy=texts::SENDING.into_render()
                            in_time=in_time()
                            class="magic-auth-link"
                        />
                    </form>
                })}
                {instead}
            </div>
        </div>
    }
}

/// Asking too soon or too often is no fault: an email is there.
fn kind_of(error: AuthError) -> Kind {
    match error {
        AuthError::TooSoon | AuthError::EnoughEmails => Kind::Notice,
        _ => Kind::Error,
    }
}

/// Where the mail of a well-known host is read.
fn inbox(domain: &str) -> Option<(&'static str, &'static str)> {
    Some(match domain {
        "gmail.com" | "googlemail.com" => ("Gmail", "https://mail.google.com/"),
        "outlook.com" | "hotmail.com" | "live.com" | "msn.com" => ("Outlook", "https://outlook.live.com/mail/"),
        "yahoo.com" => ("Yahoo Mail", "https://mail.yahoo.com/"),
        "icloud.com" | "me.com" | "mac.com" => ("iCloud Mail", "https://www.icloud.com/mail"),
        "proton.me" | "protonmail.com" => ("Proton Mail", "https://mail.proton.me/"),
        "fastmail.com" => ("Fastmail", "https://app.fastmail.com/mail/"),
        "gmx.net" | "gmx.de" => ("GMX", "https://www.gmx.net/"),
        "web.de" => ("WEB.DE", "https://web.de/"),
        _ => return None,
    })
}
