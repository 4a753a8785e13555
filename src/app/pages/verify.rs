//! Where an email's link leads. Opening it changes nothing: it takes a click to log in.

use crate::{
    app::{
        Site,
        document::{Page, PageQuery},
        email::Email,
        message::{FieldError, KeepMe, Kind, Message},
        moment::Moment,
        said::Said,
        texts::{self, error_words, fill, sentence},
    },
    auth::{Error, LinkState, LinkToken, OwnChallenge, Purpose},
    http::{
        Visitor, cookie,
        headers::add_cookie,
        see_other,
        sent_link::{self, Opened},
        typed::Field,
        waiting,
    },
    languages::Text,
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
) -> Result<Response, Error> {
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
            LinkState::Unusable { error, email: None, purpose, return_to: None }
        }
    };
    let (linked, proves_again) = match &state {
        LinkState::Own { email, purpose } | LinkState::Other { email, purpose, .. } => {
            (Some(email), matches!(purpose, Purpose::Prove { .. }))
        }
        LinkState::OnlyWhereAsked { email, .. } => (Some(email), false),
        LinkState::Unusable { email, .. } => (email.as_ref(), false),
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
        LinkState::Unusable { error: AuthError::BadLink, .. } => code_waits(&site, &visitor).await?,
        _ => false,
    };
    let (paths, digits) = (auth.paths().clone(), auth.rules().code_digits);
    let error = Said::error(query.said);
    let typed = visitor.cookies.typed_into(Field::Code);
    let page = Page::new(&site, texts::LOG_IN)
        .of(&visitor)
        .show(request, move || {
            let action = paths.function("log_in_with_link");
            let warning = other_user.clone().map(|email| {
                let stay = paths.signed_in(&[]);
                view! {
                    <Message kind=Kind::Notice>
                        {sentence(texts::ANOTHER_IS_LOGGED_IN, [
                            ("email", Some(view! { <Email address=email /> }.into_any())),
                            ("stay", Some(view! { <a href=stay>{texts::STAY_LOGGED_IN}</a> }.into_any())),
                        ])}
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
                                {sentence(asked.says, [
                                    ("email", Some(view! { <Email address=email.as_str() /> }.into_any())),
                                    ("new_email", asked.new_email.map(|new| view! { <Email address=new /> }.into_any())),
                                ])}
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
                        <h1>{texts::TYPE_CODE_TOO}</h1>
                        {warning}
                        {(!is_invitation).then(|| view! {
                            <p>
                                {sentence(texts::ASKED_IN_ANOTHER_BROWSER, [
                                    ("browser", Some(view! { <strong>{texts::browser(&browser)}</strong> }.into_any())),
                                    ("client", Some(view! { <bdi>{texts::client(&client)}</bdi> }.into_any())),
                                    ("asked_at", Some(view! { <Moment at=asked_at /> }.into_any())),
                                ])}
                            </p>
                        })}
                        <p>
                            {sentence(texts::TO_LOG_IN_HERE, [
                                ("email", Some(view! { <Email address=email.as_str() /> }.into_any())),
                            ])}
                        </p>
                        {matches!(purpose, Purpose::Prove { .. }).then(|| view! {
                            <p>{texts::CHANGE_ONLY_WHERE_ASKED}</p>
                        })}
                        <form method="post" action=action novalidate>
                            <KeepMe checked=remember />
                            <label for="code">{texts::CODE}</label>
                            <CodeField length=digits value=typed.clone() invalid=error.is_some() />
                            {error.map(|error| view! {
                                <FieldError id="code-error">
                                    {error_words(error, digits)}
                                    {(error == AuthError::WrongCode).then(|| format!(" {}", texts::tries_left(tries_left)))}
                                </FieldError>
                            })}
                            <p class="magic-auth-hint" id="code-hint">{fill(texts::DIGITS_WITH_LINK, [("digits", &digits)])}</p>
                            <button type="submit" class="magic-auth-button" data-busy=texts::LOGGING_IN>{texts::LOG_IN}</button>
                        </form>
                    </section>
                }
                .into_any(),
                LinkState::OnlyWhereAsked { email, browser, client, asked_at } => view! {
                    <section class="magic-auth-card">
                        <h1>{texts::TYPE_WHERE_ASKED}</h1>
                        <p>
                            {sentence(texts::SOMEBODY_WANTS_ADDRESS, [
                                ("email", Some(view! { <Email address=email.as_str() /> }.into_any())),
                                ("browser", Some(view! { <strong>{texts::browser(&browser)}</strong> }.into_any())),
                                ("client", Some(view! { <bdi>{texts::client(&client)}</bdi> }.into_any())),
                                ("asked_at", Some(view! { <Moment at=asked_at /> }.into_any())),
                            ])}
                        </p>
                        <p>{texts::GO_BACK_TO_BROWSER}</p>
                        <p>{texts::GIVE_CODE_TO_NOBODY}</p>
                    </section>
                }
                .into_any(),
                LinkState::Unusable { error, purpose, return_to, .. } => {
                    let (other_user, paths) = (other_user.clone(), paths.clone());
                    view! { <Unusable error purpose return_to other_user code_waits digits paths /> }.into_any()
                }
            }
        })
        .await;
    Ok(page)
}

/// The link logs nobody in any more: what to do instead.
#[component]
fn Unusable(
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
            <p>{if code_waits { texts::CODE_INSTEAD.into_render() } else { error_words(error, digits) }}</p>
            {match other_user {
                _ if code_waits => view! { <a class="magic-auth-button" href=paths.code(&[])>{texts::TYPE_THE_CODE}</a> }.into_any(),
                None if matches!(purpose, Purpose::Confirm { .. }) && error != AuthError::Used => view! {
                    <p>{texts::STILL_OLD_ASK_AGAIN}</p>
                    <a class="magic-auth-button" href=paths.log_in(&[("return_to", &paths.account(&[]))])>{texts::LOG_IN}</a>
                }
                .into_any(),
                // Not a form that sends an email at once: a mail scanner that presses buttons would send itself emails
                // for ever.
                None => {
                    let log_in = match &return_to {
                        Some(return_to) => paths.log_in(&[("return_to", return_to)]),
                        None => paths.log_in(&[]),
                    };
                    view! { <a class="magic-auth-button" href=log_in>{texts::ASK_FOR_NEW_EMAIL}</a> }.into_any()
                }
                Some(email) => view! {
                    <p>
                        {sentence(texts::YOU_ARE_LOGGED_IN_HERE_AS, [
                            ("email", Some(view! { <Email address=email /> }.into_any())),
                        ])}
                    </p>
                    <a class="magic-auth-button" href=paths.signed_in(&[])>{texts::STAY_LOGGED_IN}</a>
                }
                .into_any(),
            }}
        </section>
    }
}

/// Whether this browser has asked for an email whose code it can still type.
async fn code_waits(site: &Site, visitor: &Visitor) -> Result<bool, Error> {
    let Some(secret) = &visitor.cookies.challenge else { return Ok(false) };
    let own = OwnChallenge { browser: Some(secret), id: "" };
    let challenge = site.http.auth.challenge(own, &visitor.client).await?;
    let waits = challenge
        .as_ref()
        .is_some_and(|challenge| challenge.unusable.is_none() && !challenge.repeats && challenge.good_until.is_some());
    Ok(waits && !waiting::is_settled(visitor.session.is_some(), challenge.as_ref()))
}

/// What a link in the browser that asked wants to know before it acts.
struct Asked {
    heading: Text,
    says: Text,
    /// What the address will be changed to.
    new_email: Option<String>,
    button: Text,
    busy: Text,
}

impl Asked {
    fn of(purpose: &Purpose) -> Self {
        match purpose {
            Purpose::LogIn => Self {
                heading: texts::LOG_IN_QUESTION,
                says: texts::LOGS_YOU_IN_AS,
                new_email: None,
                button: texts::LOG_IN,
                busy: texts::LOGGING_IN,
            },
            Purpose::Prove { new_email } => Self {
                heading: texts::CHANGE_QUESTION,
                says: texts::PROVES_AND_CHANGES,
                new_email: Some(new_email.to_string()),
                button: texts::GO_ON,
                busy: texts::GOING_ON,
            },
            Purpose::Confirm { .. } => Self {
                heading: texts::USE_QUESTION,
                says: texts::FROM_NOW_ON,
                new_email: None,
                button: texts::USE_THIS_ADDRESS,
                busy: texts::LOGGING_IN,
            },
        }
    }
}

fn heading(error: AuthError) -> Text {
    match error {
        AuthError::Used => texts::LINK_USED,
        AuthError::Expired => texts::LINK_EXPIRED,
        AuthError::TriesUsedUp => texts::TOO_MANY_WRONG_CODES,
        _ => texts::LINK_DOES_NOT_WORK,
    }
}

/// Moves the token from the address into a cookie and sends on to the clean address. Nothing is looked up.
fn clean_address(site: &Site, token: Option<LinkToken>) -> Response {
    let mut response = see_other(&site.http.auth.paths().verify(&[]));
    let cookie = token.map_or_else(|| cookie::gone(cookie::LINK), |token| cookie::link(&token));
    add_cookie(response.headers_mut(), cookie);
    response
}
