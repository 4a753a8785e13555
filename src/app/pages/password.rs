//! Asks for the code.

use crate::{
    app::{
        Site,
        document::{Page, PageQuery},
        email::Email,
        message::{FieldError, Kind, Message},
        moment::Moment,
        said::Said,
        texts::{self, error_words, fill, not_sent_words, sentence, tries_left},
    },
    auth::{ChallengeState, Error, OwnChallenge, Purpose},
    http::{Visitor, cookie::Field, see_other, waiting},
    parts::{CodeField, RetryButton, WaitingTab, notice_words},
    store::Delivery,
    types::{AuthError, Notice, Paths},
};
use axum::{Extension, extract::Request, extract::State, response::Response};
use leptos::prelude::*;
use std::time::Duration;

/// Seconds until a page without scripts looks again how an email fared that is still on its way: most mail servers
/// answer within ten seconds, of which the page has waited two.
const RENEWED_AFTER: u32 = 9;

/// What the page shows.
#[derive(Clone)]
struct CodePage {
    challenge: ChallengeState,
    error: Option<AuthError>,
    notice: Option<Notice>,
    typed: String,
    digits: usize,
    lifetime: Duration,
    /// Seconds until another email may be asked for; none when there are enough.
    resend_in: Option<u32>,
    paths: Paths,
}

/// `GET /sessions/password`. Who is logged in is sent on, also by a link in another tab; who has not asked for a
/// email in this browser is sent to do so.
pub async fn password(
    State(site): State<Site>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
) -> Result<Response, Error> {
    let auth = &site.http.auth;
    let query = PageQuery::of(&request);
    let own = OwnChallenge { browser: visitor.cookies.challenge.as_ref(), id: &query.challenge };
    let challenge = auth.challenge_settled(own, &visitor.client).await?;
    if waiting::is_settled(visitor.session.is_some(), challenge.as_ref()) {
        let return_to = challenge.and_then(|challenge| challenge.return_to);
        return Ok(see_other(&return_to.unwrap_or_else(|| auth.paths().signed_in(&[]))));
    }
    let Some(challenge) = challenge else {
        return Ok(see_other(&auth.paths().log_in(&[("error", AuthError::NoChallenge.as_str())])));
    };

    let now = auth.clock().now();
    let seconds = |until: crate::types::Timestamp| until.since(now).as_millis().div_ceil(1000) as u32;
    let word = waiting::word(visitor.session.is_some(), Some(&challenge));
    let page = CodePage {
        error: Said::error(query.said),
        notice: Said::notice(query.said),
        typed: visitor.cookies.typed_for(Field::Code),
        digits: auth.rules().code_digits,
        lifetime: auth.rules().magic_link_lifetime,
        resend_in: challenge.resend_at.map(seconds),
        paths: auth.paths().clone(),
        challenge,
    };
    let title = match (page.challenge.unusable, page.challenge.good_until) {
        (Some(_), _) => texts::ASK_FOR_NEW_CODE,
        (None, None) => texts::NOT_SENT,
        (None, Some(_)) => heading(&page.challenge.purpose),
    };
    // By its id: meanwhile another tab may have asked for another address.
    let anew = page.paths.password(&[("challenge", &page.challenge.id.to_string())]);
    let sending = page.challenge.unusable.is_none() && page.challenge.delivery == Delivery::Pending;
    let page = Page::new(&site, title)
        .of(&visitor)
        .renewed_after(sending.then(|| (RENEWED_AFTER, anew.clone())))
        .show(request, move || {
            let page = page.clone();
            let waiting = page.paths.waiting(&[("challenge", &page.challenge.id.to_string())]);
            let body = match (page.challenge.unusable, page.challenge.good_until) {
                (Some(reason), _) => view! { <Unusable page reason /> }.into_any(),
                (None, None) => view! { <NotSent page /> }.into_any(),
                (None, Some(_)) => view! { <Sent page /> }.into_any(),
            };
            view! {
                <section class="magic-auth-card">{body}</section>
                <WaitingTab path=waiting page=anew.clone() word />
            }
        })
        .await;
    Ok(page)
}

/// The email is on its way, or has arrived.
#[component]
fn Sent(page: CodePage) -> impl IntoView {
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
            {sentence(&fill(if sending || unknown { texts::SENDING_TO } else { texts::SENT_TO }, [("minutes", &minutes)]), [
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
                            {(error == AuthError::WrongCode)
                                .then(|| format!(" {} {}", tries_left(challenge.tries_left), texts::TYPE_OR_OPEN))}
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
                        <RetryButton seconds=seconds.into() words=texts::SEND_AGAIN busy=texts::SENDING class="magic-auth-link" />
                    </form>
                })}
                {instead}
            </div>
        </div>
    }
}

fn heading(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::LogIn => texts::CHECK_YOUR_EMAIL,
        Purpose::Prove { .. } => texts::PROVE_ITS_YOU,
        Purpose::Confirm { .. } => texts::CHECK_NEW_ADDRESS,
    }
}

/// What else one can do than type the code.
fn instead(purpose: &Purpose, paths: &Paths) -> AnyView {
    let (address, words) = match purpose {
        Purpose::LogIn => (paths.log_in(&[]), texts::USE_ANOTHER_ADDRESS),
        Purpose::Prove { .. } => (paths.account(&[]), texts::KEEP_ADDRESS),
        Purpose::Confirm { .. } => (paths.log_in(&[]), texts::LOG_IN_WITH_OLD_ADDRESS),
    };
    view! { <p><a href=address>{words}</a></p> }.into_any()
}

/// Asking too soon or too often is no fault: an email is there.
fn kind_of(error: AuthError) -> Kind {
    match error {
        AuthError::TooSoon | AuthError::EnoughEmails => Kind::Notice,
        _ => Kind::Error,
    }
}

/// The email could not be sent: the person tries again, with everything as it was.
#[component]
fn NotSent(page: CodePage) -> impl IntoView {
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
fn Unusable(page: CodePage, reason: AuthError) -> impl IntoView {
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
                AuthError::TriesUsedUp => texts::LAST_CODE.to_owned(),
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
