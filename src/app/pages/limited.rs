//! What was posted was refused by a limit: says why, until when, and offers to send the same again then.

use crate::{
    app::{
        Site,
        document::Page,
        message::{Kind, Message},
        moment::Moment,
        words::error_words,
    },
    auth::Limited,
    http::{LimitedBy, Visitor},
    parts::RetryButton,
    types::{AuthError, Paths},
};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use leptos::prelude::*;
use std::time::Duration;

/// Fields of a form that are sent again. Never a code: that is typed anew.
const KEPT: [&str; 5] = ["email", "keep", "return_to", "challenge", "id"];

/// Makes a page of a limit's refusal, for who reads pages. Inside of [`read_body`](crate::http::read_body), which has
/// seen to it that the form is whole and not large.
pub async fn as_page(State(site): State<Site>, request: Request, next: Next) -> Response {
    let shows_pages = request.extensions().get::<Visitor>().is_some_and(|visitor| visitor.wants_html);
    if !shows_pages {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let Ok(form) = to_bytes(body, usize::MAX).await else { return StatusCode::BAD_REQUEST.into_response() };
    let limited_by = LimitedBy::default();
    parts.extensions.insert(limited_by.clone());
    let response = next.run(Request::from_parts(parts.clone(), Body::from(form.clone()))).await;
    let Some(limited) = limited_by.get() else { return response };

    let mut again = Request::from_parts(parts, Body::empty());
    *again.method_mut() = Method::GET;
    let mut page = page(&site, again, &form, limited).await;
    *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    page.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(limited.seconds()));
    for cookie in response.headers().get_all(header::SET_COOKIE) {
        page.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    page
}

/// How the same is tried again.
#[derive(Clone)]
enum Again {
    /// By sending the form once more.
    Send { action: String, fields: Vec<(String, String)> },
    /// By typing the code again on this page.
    Type { page: String, fields: Vec<(String, String)> },
}

impl Again {
    fn of(action: &str, form: &Bytes, paths: &Paths) -> Self {
        let kept = |name: &str| match function(action) {
            "log_in_with_code" => name == "challenge",
            "log_in_with_link" => false,
            _ => KEPT.contains(&name),
        };
        let fields = url::form_urlencoded::parse(form).into_owned().filter(|(name, _)| kept(name)).collect();
        match function(action) {
            "log_in_with_code" => Self::Type { page: paths.password(&[]), fields },
            "log_in_with_link" => Self::Type { page: paths.verify(&[]), fields },
            _ => Self::Send { action: action.to_owned(), fields },
        }
    }

    /// What the button says that does it, and while that is on its way.
    fn words(&self) -> (&'static str, &'static str) {
        match self {
            Self::Send { action, .. } if function(action) == "change_email" => ("Change address", "Changing…"),
            Self::Send { action, .. } if function(action) == "send_undo_email" => ("Send that email again", "Sending…"),
            Self::Send { .. } => ("Send me a code", "Sending…"),
            Self::Type { .. } => ("Type a code", "One moment…"),
        }
    }

    /// What else one can do: where that is, and its words.
    fn instead(&self, paths: &Paths) -> (String, &'static str) {
        match self {
            Self::Send { action, .. } if function(action) == "change_email" => {
                (paths.account(&[]), "Keep the address as it is")
            }
            Self::Send { action, .. } if function(action) == "send_undo_email" => {
                (paths.account(&[]), "Back to your account")
            }
            _ => (paths.log_in(&[]), "Use another address"),
        }
    }
}

/// The name of the server function at this address.
fn function(action: &str) -> &str {
    action.rsplit('/').next().unwrap_or_default()
}

async fn page(site: &Site, request: Request, form: &Bytes, limited: Limited) -> Response {
    let auth = &site.http.auth;
    let (paths, digits) = (auth.paths().clone(), auth.rules().code_digits);
    let again = Again::of(request.uri().path(), form, &paths);
    let (what, seconds) = (limited.what, limited.seconds());
    let until = auth.clock().now() + Duration::from_secs(seconds);
    let visitor = request.extensions().get::<Visitor>().cloned();
    let page = Page::new(site, "A little later");
    let page = if let Some(visitor) = &visitor { page.of(visitor) } else { page };
    page.show(request, move || {
        let (words, busy) = again.words();
        let (instead, instead_words) = again.instead(&paths);
        view! {
            <section class="card">
                <h1>"A little later"</h1>
                <Message kind=Kind::Notice>{error_words(what, digits)}</Message>
                {(what == AuthError::LettersLimited).then(|| view! {
                    <p class="hint">
                        "Is it too old, or for another address? Open its link all the same, then ask here again."
                    </p>
                })}
                {match again.clone() {
                    Again::Send { action, fields } => {
                        let fields = hidden(fields);
                        view! {
                            <p>"You can ask again from " <Moment at=until /> " on."</p>
                            <form method="post" action=action>
                                {fields} <RetryButton seconds words busy />
                            </form>
                        }
                        .into_any()
                    }
                    Again::Type { page, fields } => {
                        let fields = hidden(fields);
                        view! {
                            <p>"You can go on from " <Moment at=until /> " on."</p>
                            <form method="get" action=page>
                                {fields} <RetryButton seconds words busy />
                            </form>
                        }
                        .into_any()
                    }
                }}
                <div class="after"><p><a href=instead>{instead_words}</a></p></div>
            </section>
        }
    })
    .await
}

/// Fields that are sent again as they were.
fn hidden(fields: Vec<(String, String)>) -> Vec<impl IntoView> {
    fields.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect()
}
