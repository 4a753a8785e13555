//! Asks for the code.

use crate::{
    app::{
        Site,
        document::{Page, PageQuery},
        email::Email,
        message::{FieldError, Kind, Message},
        moment::Moment,
        words::{LAST_CODE, NOT_CONFIRMED, Said, TYPE_OR_OPEN, error_words, not_sent_words, tries},
    },
    auth::{ChallengeState, OwnChallenge, Purpose, Refused},
    http::{Visitor, cookie::Field, see_other, waiting},
    parts::{CodeField, ResendButton, WaitingTab},
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
) -> Result<Response, Refused> {
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
    let title = match (page.challenge.over, page.challenge.good_until) {
        (Some(_), _) => "Ask for a new code",
        (None, None) => "We couldn't send your email",
        (None, Some(_)) => heading(&page.challenge.purpose),
    };
    // By its id: meanwhile another tab may have asked for another address.
    let anew = page.paths.password(&[("challenge", &page.challenge.id.to_string())]);
    let sending = page.challenge.over.is_none() && page.challenge.delivery == Delivery::Pending;
    let page = Page::new(&site, title)
        .of(&visitor)
        .renewed_after(sending.then(|| (RENEWED_AFTER, anew.clone())))
        .show(request, move || {
            let page = page.clone();
            let waiting = page.paths.waiting(&[("challenge", &page.challenge.id.to_string())]);
            let body = match (page.challenge.over, page.challenge.good_until) {
                (Some(over), _) => view! { <Over page over /> }.into_any(),
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
        Purpose::LogIn => ("Log in", "Logging in…"),
        Purpose::Prove { .. } => ("Go on", "Going on…"),
        Purpose::Confirm { .. } => ("Use this address", "Logging in…"),
    };
    let instead = instead(&challenge.purpose, &paths);
    view! {
        <h1>{heading(&challenge.purpose)}</h1>
        {notice.map(|notice| view! { <Message kind=Kind::Notice>{notice.words()}</Message> })}
        {above.map(|error| view! { <Message kind=kind_of(error)>{error_words(error, digits)}</Message> })}
        {not_sent.then(|| view! {
            <Message kind=Kind::Error>"We couldn't send you another email. The earlier one still works."</Message>
        })}
        {unknown.then(|| view! { <Message kind=Kind::Notice>{NOT_CONFIRMED}</Message> })}
        {match &challenge.purpose {
            Purpose::LogIn => None,
            Purpose::Prove { new_email } => Some(view! {
                <p>
                    "You logged in a while ago, so prove your present address first. Then the change to "
                    <Email address=new_email.as_str() /> " goes on."
                </p>
            }.into_any()),
            Purpose::Confirm { .. } => Some(view! {
                <p>
                    "You were logged out everywhere. As soon as the new address has proved itself, it is yours; until then \
                     you can log in with the old one."
                </p>
            }.into_any()),
        }}
        <p>
            {if sending || unknown { "We are sending a code and a link to " } else { "We sent a code and a link to " }}
            <Email address=challenge.email.as_str() /> ". "
            {format!("They work for {minutes} minutes, until ")} <Moment at=until /> "."
        </p>
        {inbox.map(|(name, address)| view! {
            <p><a href=address target="_blank" rel="noopener noreferrer">"Open " {name}</a></p>
        })}
        {if challenge.codes_off {
            view! { <Message kind=Kind::Error>{error_words(AuthError::CodesOff, digits)}</Message> }.into_any()
        } else {
            view! {
                <form method="post" action=paths.function("log_in_with_code") novalidate>
                    <input type="hidden" name="challenge" value=id.clone() />
                    <label for="code">"Code from the email"</label>
                    <CodeField length=digits value=typed invalid=at_field.is_some() />
                    {at_field.map(|error| view! {
                        <FieldError id="code-error">
                            {error_words(error, digits)}
                            {(error == AuthError::WrongCode)
                                .then(|| format!(" {} {TYPE_OR_OPEN}", tries(challenge.tries_left)))}
                        </FieldError>
                    })}
                    <p class="magic-auth-hint" id="code-hint">{format!("{digits} digits. Spaces don't matter.")}</p>
                    <button type="submit" class="magic-auth-button" data-busy=busy>{button}</button>
                </form>
            }
            .into_any()
        }}
        <div class="after">
            // One that repeats has done its work; only its answer was lost.
            {(!challenge.repeats).then(|| view! {
                <p>
                    "Nothing there? Look in spam. "
                    {resend_in.is_none().then_some("You've asked for several emails; each of them still works.")}
                </p>
            })}
            <div class="choices">
                {resend_in.filter(|_| !challenge.repeats).map(|seconds| view! {
                    <form method="post" action=paths.function("resend_email")>
                        <input type="hidden" name="challenge" value=id />
                        <ResendButton seconds />
                    </form>
                })}
                {instead}
            </div>
        </div>
    }
}

fn heading(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::LogIn => "Check your email",
        Purpose::Prove { .. } => "Prove that it's you",
        Purpose::Confirm { .. } => "Check your new address",
    }
}

/// What else one can do than type the code.
fn instead(purpose: &Purpose, paths: &Paths) -> AnyView {
    let (address, words) = match purpose {
        Purpose::LogIn => (paths.log_in(&[]), "Use another address"),
        Purpose::Prove { .. } => (paths.account(&[]), "Keep the address as it is"),
        Purpose::Confirm { .. } => (paths.log_in(&[]), "Log in with the address that you had"),
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
        <h1>"We couldn't send your email"</h1>
        <Message kind=Kind::Error>{why}</Message>
        <p>"It was meant for " <Email address=challenge.email.as_str() /> "."</p>
        <form method="post" action=paths.function("resend_email")>
            <input type="hidden" name="challenge" value=challenge.id.to_string() />
            <button type="submit" class="magic-auth-button" data-busy="Sending…">"Try again"</button>
        </form>
        <div class="after">{instead(&challenge.purpose, &paths)}</div>
    }
}

/// No code of this challenge works any more: one click asks for a new one.
#[component]
fn Over(page: CodePage, over: AuthError) -> impl IntoView {
    let CodePage { challenge, digits, paths, error, .. } = page;
    let instead = instead(&challenge.purpose, &paths);
    // A change that was refused has used its email up, but that is not what matters.
    let told = error.filter(|error| matches!(error, AuthError::ChangeRefused | AuthError::EmailTaken)).unwrap_or(over);
    view! {
        <h1>"Ask for a new code"</h1>
        <Message kind=Kind::Error>
            {match told {
                // The link takes none of these tries.
                AuthError::TriesUsedUp => LAST_CODE.to_owned(),
                _ => error_words(told, digits),
            }}
        </Message>
        {match challenge.purpose {
            // Somebody was logged in by it, and may have been logged out since from elsewhere: whose page this was is
            // not shown to who comes back to it.
            _ if over == AuthError::Used => {
                let log_in = match &challenge.return_to {
                    Some(return_to) => paths.log_in(&[("return_to", return_to)]),
                    None => paths.log_in(&[]),
                };
                view! { <a class="magic-auth-button" href=log_in>"Ask for a new email"</a> }.into_any()
            }
            Purpose::LogIn => view! {
                <form method="post" action=paths.function("request_log_in")>
                    <input type="hidden" name="email" value=challenge.email.to_string() />
                    <input type="hidden" name="remember" value=challenge.remember.to_string() />
                    {challenge.return_to.map(|return_to| view! {
                        <input type="hidden" name="return_to" value=return_to />
                    })}
                    <p>"We'll send it to " <Email address=challenge.email.as_str() /> "."</p>
                    <button type="submit" class="magic-auth-button" data-busy="Sending…">"Send me a new code"</button>
                </form>
            }
            .into_any(),
            Purpose::Prove { new_email } => view! {
                <form method="post" action=paths.function("change_email")>
                    <input type="hidden" name="email" value=new_email.to_string() />
                    <p>
                        "We'll send it to your present address. Then the change to "
                        <Email address=new_email.as_str() /> " goes on."
                    </p>
                    <button type="submit" class="magic-auth-button" data-busy="Sending…">"Send me a new code"</button>
                </form>
            }
            .into_any(),
            // A new code for the new address alone would make a new account: it is the account that has to ask.
            Purpose::Confirm { .. } => view! {
                <p>
                    "Your address is still the old one. Log in with it, and change it to "
                    <Email address=challenge.email.as_str() /> " again."
                </p>
                <a class="magic-auth-button" href=paths.log_in(&[("return_to", &paths.account(&[]))])>"Log in"</a>
            }
            .into_any(),
        }}
        {(!matches!(over, AuthError::Used)).then(|| view! { <div class="after">{instead}</div> })}
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
