//! Where an email's link leads. Opening it changes nothing: it takes a click to log in.

use crate::{
    app::{
        Site,
        document::{Page, PageQuery},
        email::Email,
        message::{FieldError, KeepMe, Kind, Message},
        moment::Moment,
        words::{CODE_INSTEAD, Said, error_words, tries},
    },
    auth::{LinkState, LinkToken, OwnChallenge, Purpose, Refused},
    http::{
        Visitor, cookie,
        cookie::Field,
        headers::add_cookie,
        see_other,
        sent_link::{self, Opened},
        waiting,
    },
    parts::CodeField,
    types::{AuthError, Paths},
};
use axum::{
    Extension,
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use leptos::prelude::*;

/// `GET /sessions/verify`. A token in the address moves into a cookie, so that it stays in no history and no referrer.
pub async fn verify(
    State(site): State<Site>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
) -> Result<Response, Refused> {
    let auth = &site.http.auth;
    match sent_link::opened(request.uri(), &auth.paths().verify, LinkToken::parse) {
        Opened::Page => (),
        Opened::Link(token) => return Ok(clean_address(&site, token)),
        Opened::Remains => return Ok(see_other(&auth.paths().verify(&[]))),
        Opened::Elsewhere => return Ok(StatusCode::NOT_FOUND.into_response()),
    }
    let query = PageQuery::of(&request);
    let state = match &visitor.cookies.link {
        Some(token) => auth.link(token, visitor.cookies.challenge.as_ref()).await?,
        None => {
            let (error, purpose) = (AuthError::BadLink, Purpose::LogIn);
            LinkState::Over { error, email: None, purpose, return_to: None }
        }
    };
    let (linked, proves_again) = match &state {
        LinkState::Own { email, purpose } | LinkState::Other { email, purpose, .. } => {
            (Some(email), matches!(purpose, Purpose::Prove { .. }))
        }
        LinkState::OnlyWhereAsked { email, .. } => (Some(email), false),
        LinkState::Over { email, .. } => (email.as_ref(), false),
    };
    let other_user = match (&visitor.session, linked) {
        (None, _) => None,
        (Some(session), Some(linked)) if session.email != *linked => Some(session.email.to_string()),
        // Logged in already, save who proves their present address once more.
        (Some(_), Some(_)) if proves_again => None,
        (Some(_), _) => return Ok(see_other(&auth.paths().signed_in(&[]))),
    };

    // Who asked here can go on here, whatever became of the link.
    let code_waits = match &state {
        LinkState::Over { error: AuthError::BadLink, .. } => code_waits(&site, &visitor).await?,
        _ => false,
    };
    let (paths, digits) = (auth.paths().clone(), auth.rules().code_digits);
    let error = Said::error(query.said);
    let typed = visitor.cookies.typed_for(Field::Code);
    let page = Page::new(&site, "Log in")
        .of(&visitor)
        .show(request, move || {
            let action = paths.function("log_in_with_link");
            let warning = other_user.clone().map(|email| {
                let stay = paths.signed_in(&[]);
                view! {
                    <Message kind=Kind::Notice>
                        "You are logged in here as " <Email address=email />
                        ". Going on logs that one out. " <a href=stay>"Stay logged in"</a>
                    </Message>
                }
            });
            match state.clone() {
                LinkState::Own { email, purpose } => {
                    let asked = Asked::of(&purpose);
                    view! {
                        <section class="magic-auth-card">
                            <h1>{asked.heading}</h1>
                            {warning}
                            <p>
                                {asked.before} <Email address=email.as_str() />
                                {asked.new_email.map(|new_email| view! {
                                    ", and changes your address to " <Email address=new_email />
                                })}
                                {asked.after}
                            </p>
                            <form method="post" action=action>
                                <button type="submit" class="magic-auth-button" data-busy=asked.busy autofocus>{asked.button}</button>
                            </form>
                        </section>
                    }
                    .into_any()
                }
                LinkState::Other {
                    is_invitation, email, purpose, browser, client, asked_at, tries_left, remember
                } => view! {
                    <section class="magic-auth-card">
                        <h1>"Type the code too"</h1>
                        {warning}
                        {(!is_invitation).then(|| view! {
                            <p>
                                "This link was asked for in another browser: " <strong>{browser}</strong> ", "
                                {client} ", " <Moment at=asked_at /> "."
                            </p>
                        })}
                        <p>
                            "To log in here as " <Email address=email.as_str() />
                            ", type the code from the same email. If you didn't ask, close this page."
                        </p>
                        {matches!(purpose, Purpose::Prove { .. }).then(|| view! {
                            <p>"The change of address goes on only in the browser that asked."</p>
                        })}
                        <form method="post" action=action novalidate>
                            <KeepMe checked=remember />
                            <label for="code">"Code"</label>
                            <CodeField length=digits value=typed.clone() invalid=error.is_some() />
                            {error.map(|error| view! {
                                <FieldError id="code-error">
                                    {error_words(error, digits)}
                                    {(error == AuthError::WrongCode).then(|| format!(" {}", tries(tries_left)))}
                                </FieldError>
                            })}
                            <p class="magic-auth-hint" id="code-hint">{format!("{digits} digits, in the email with this link")}</p>
                            <button type="submit" class="magic-auth-button" data-busy="Logging in…">"Log in"</button>
                        </form>
                    </section>
                }
                .into_any(),
                LinkState::OnlyWhereAsked { email, browser, client, asked_at } => view! {
                    <section class="magic-auth-card">
                        <h1>"Type the code where you asked"</h1>
                        <p>
                            "Somebody wants to make " <Email address=email.as_str() />
                            " the email address of their account. They asked in another browser: "
                            <strong>{browser}</strong> ", " {client} ", " <Moment at=asked_at /> "."
                        </p>
                        <p>
                            "If that was you, go back to that browser and type the code from the same email there. \
                             The change goes on nowhere else."
                        </p>
                        <p>{WARNING}</p>
                    </section>
                }
                .into_any(),
                LinkState::Over { error, purpose, return_to, .. } => {
                    let (other_user, paths) = (other_user.clone(), paths.clone());
                    view! { <Over error purpose return_to other_user code_waits digits paths /> }.into_any()
                }
            }
        })
        .await;
    Ok(page)
}

/// What whoever reads the mail of a new email address has to know: the email says the same.
const WARNING: &str = "If you did not ask for this, give the code to nobody: your address would become that of somebody \
                       else's account.";

/// The link logs nobody in any more: what to do instead.
#[component]
fn Over(
    error: AuthError,
    purpose: Purpose,
    /// The page that met the log-in wall.
    return_to: Option<String>,
    /// Who is logged in here, where that is somebody else.
    other_user: Option<String>,
    /// Whether this browser has asked for an email whose code it can still type.
    code_waits: bool,
    digits: usize,
    paths: Paths,
) -> impl IntoView {
    view! {
        <section class="magic-auth-card">
            <h1>{heading(error)}</h1>
            <p>{if code_waits { CODE_INSTEAD.to_owned() } else { error_words(error, digits) }}</p>
            {match other_user {
                _ if code_waits => view! { <a class="magic-auth-button" href=paths.password(&[])>"Type the code"</a> }.into_any(),
                None if matches!(purpose, Purpose::Confirm { .. }) && error != AuthError::Used => view! {
                    <p>"Your address is still the old one. Log in with it, and ask for the change again."</p>
                    <a class="magic-auth-button" href=paths.log_in(&[("return_to", &paths.account(&[]))])>"Log in"</a>
                }
                .into_any(),
                // Not a form that sends an email at once: a mail scanner that presses buttons would send itself emails
                // for ever.
                None => {
                    let log_in = match &return_to {
                        Some(return_to) => paths.log_in(&[("return_to", return_to)]),
                        None => paths.log_in(&[]),
                    };
                    view! { <a class="magic-auth-button" href=log_in>"Ask for a new email"</a> }.into_any()
                }
                Some(email) => view! {
                    <p>"You are logged in here as " <Email address=email /> "."</p>
                    <a class="magic-auth-button" href=paths.signed_in(&[])>"Stay logged in"</a>
                }
                .into_any(),
            }}
        </section>
    }
}

/// Whether this browser has asked for an email whose code it can still type.
async fn code_waits(site: &Site, visitor: &Visitor) -> Result<bool, Refused> {
    let Some(secret) = &visitor.cookies.challenge else { return Ok(false) };
    let own = OwnChallenge { browser: Some(secret), id: "" };
    let challenge = site.http.auth.challenge(own, &visitor.client).await?;
    let waits = challenge
        .as_ref()
        .is_some_and(|challenge| challenge.over.is_none() && !challenge.repeats && challenge.good_until.is_some());
    Ok(waits && !waiting::is_settled(visitor.session.is_some(), challenge.as_ref()))
}

/// What a link in the browser that asked wants to know before it acts.
struct Asked {
    heading: &'static str,
    before: &'static str,
    /// What the address will be changed to.
    new_email: Option<String>,
    after: &'static str,
    button: &'static str,
    busy: &'static str,
}

impl Asked {
    fn of(purpose: &Purpose) -> Self {
        match purpose {
            Purpose::LogIn => Self {
                heading: "Log in?",
                before: "This logs you in as ",
                new_email: None,
                after: ".",
                button: "Log in",
                busy: "Logging in…",
            },
            Purpose::Prove { new_email } => Self {
                heading: "Change your address?",
                before: "This proves that it's you, ",
                new_email: Some(new_email.to_string()),
                after: ". You will be logged out everywhere.",
                button: "Go on",
                busy: "Going on…",
            },
            Purpose::Confirm { .. } => Self {
                heading: "Use this address?",
                before: "From now on you log in with ",
                new_email: None,
                after: ". This logs you in.",
                button: "Use this address",
                busy: "Logging in…",
            },
        }
    }
}

fn heading(error: AuthError) -> &'static str {
    match error {
        AuthError::Used => "This link has been used",
        AuthError::Ended => "This link has ended",
        AuthError::TriesUsedUp => "Too many wrong codes",
        _ => "This link doesn't work",
    }
}

/// Moves the token from the address into a cookie and sends on to the clean address. Nothing is looked up.
fn clean_address(site: &Site, token: Option<LinkToken>) -> Response {
    let mut response = see_other(&site.http.auth.paths().verify(&[]));
    let cookie = token.map_or_else(|| cookie::gone(cookie::LINK), |token| cookie::link(&token));
    add_cookie(response.headers_mut(), cookie);
    response
}
