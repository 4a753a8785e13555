//! What was posted was refused by a limit: says why, until when, and offers to send the same again then.

use crate::{
    app::{
        Site,
        document::Page,
        forms::{Again, TryAgain, Wish},
        message::{Kind, Message},
        moment::Moment,
        texts::{self, error_words, in_time, sentence},
    },
    http::Visitor,
    languages::Text,
    parts::RetryButton,
    types::{AuthError, Paths},
};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{Method, header},
    middleware::Next,
    response::Response,
};
use leptos::prelude::*;
use std::time::Duration;

/// Makes a page of a limit's refusal, for who reads pages.
pub async fn as_page(State(site): State<Site>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let mut response = next.run(Request::from_parts(parts.clone(), body)).await;
    let Some(limited) = response.extensions_mut().remove::<TryAgain>() else { return response };
    let mut again = Request::from_parts(parts, Body::empty());
    *again.method_mut() = Method::GET;
    let mut page = page(&site, again, limited).await;
    *page.status_mut() = response.status();
    // When to try again, and what the function answers besides.
    for (name, value) in response.headers() {
        if matches!(*name, header::RETRY_AFTER | header::SET_COOKIE) {
            page.headers_mut().append(name, value.clone());
        }
    }
    page
}

impl Again {
    /// What the button says that does it, and while that is on its way.
    fn words(&self) -> (Text, Text) {
        match self {
            Self::Send { wish: Wish::Code, .. } => (texts::SEND_ME_A_CODE, texts::SENDING),
            Self::Send { wish: Wish::EmailChange, .. } => (texts::CHANGE_ADDRESS, texts::CHANGING),
            Self::Send { wish: Wish::UndoEmail, .. } => (texts::SEND_THAT_EMAIL_AGAIN, texts::SENDING),
            Self::Type { .. } => (texts::TYPE_A_CODE, texts::ONE_MOMENT),
        }
    }

    /// What else one can do: where that is, and its words.
    fn instead(&self, paths: &Paths) -> (String, Text) {
        match self {
            Self::Send { wish: Wish::EmailChange, .. } => (paths.account(&[]), texts::KEEP_ADDRESS),
            Self::Send { wish: Wish::UndoEmail, .. } => (paths.account(&[]), texts::BACK_TO_ACCOUNT),
            Self::Send { .. } | Self::Type { .. } => (paths.log_in(&[]), texts::USE_ANOTHER_ADDRESS),
        }
    }
}

async fn page(site: &Site, request: Request, TryAgain { rejection, again }: TryAgain) -> Response {
    let auth = &site.http.auth;
    let (paths, digits) = (auth.paths().clone(), auth.rules().code_digits);
    let action = request.uri().path().to_owned();
    let (what, seconds) = (rejection.kind, rejection.retry_after.unwrap_or(1));
    let until = auth.clock().now() + Duration::from_secs(seconds);
    let visitor = request.extensions().get::<Visitor>().cloned();
    let page = Page::new(site, texts::A_LITTLE_LATER);
    let page = if let Some(visitor) = &visitor { page.of(visitor) } else { page };
    page.show(request, move || {
        let (words, busy) = again.words();
        let (instead, instead_words) = again.instead(&paths);
        view! {
            <section class="magic-auth-card">
                <h1>{texts::A_LITTLE_LATER}</h1>
                <Message kind=Kind::Notice>{error_words(what, digits)}</Message>
                {(what == AuthError::EmailsLimited).then(|| view! {
                    <p class="magic-auth-hint">{texts::OPEN_IT_ALL_THE_SAME}</p>
                })}
                {match again.clone() {
                    Again::Send { fields, .. } => {
                        let fields = hidden(fields);
                        view! {
                            <p>{sentence(texts::ASK_AGAIN_FROM, [("until", Some(view! { <Moment at=until /> }.into_any()))])}</p>
                            <form method="post" action=action.clone()>
                                {fields} <RetryButton seconds words=words.into_render() busy=busy.into_render() in_time=in_time() />
                            </form>
                        }
                        .into_any()
                    }
                    Again::Type { page, fields } => {
                        let fields = hidden(fields);
                        view! {
                            <p>{sentence(texts::GO_ON_FROM, [("until", Some(view! { <Moment at=until /> }.into_any()))])}</p>
                            <form method="get" action=page>
                                {fields} <RetryButton seconds words=words.into_render() busy=busy.into_render() in_time=in_time() />
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
fn hidden(fields: Vec<(&'static str, String)>) -> Vec<impl IntoView> {
    fields.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect()
}
