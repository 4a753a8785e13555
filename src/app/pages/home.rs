//! Home: says what this is, or greets who is logged in.

use crate::{
    app::{
        Site,
        document::Page,
        email::Email,
        texts::{self, fill, sentence},
    },
    http::Visitor,
};
use axum::{Extension, extract::Request, extract::State, response::Response};
use leptos::prelude::*;

/// `GET /`
pub async fn home(State(site): State<Site>, Extension(visitor): Extension<Visitor>, request: Request) -> Response {
    let paths = site.http.auth.paths().clone();
    let app = site.http.auth.app_name().to_owned();
    let session = visitor.session.clone();
    let title = if session.is_some() { texts::WELCOME_BACK } else { texts::WITHOUT_PASSWORD };
    Page::new(&site, title)
        .of(&visitor)
        .described(&request, texts::HOME_DESCRIPTION)
        .show(request, move || match &session {
            Some(session) => view! {
                <section class="magic-auth-card">
                    <h1>{texts::WELCOME_BACK}</h1>
                    <p>
                        {sentence(texts::YOU_ARE_LOGGED_IN_AS, [
                            ("email", Some(view! { <Email address=session.email.as_str() /> }.into_any())),
                        ])}
                    </p>
                    <a class="magic-auth-button" href=paths.account(&[])>{texts::YOUR_ACCOUNT}</a>
                </section>
            }
            .into_any(),
            None => view! {
                <section class="magic-auth-card">
                    <h1>{texts::WITHOUT_PASSWORD}</h1>
                    <p>{fill(texts::NEEDS_ONLY_EMAIL, [("app", &app)])}</p>
                    <a class="magic-auth-button" href=paths.log_in(&[])>{texts::LOG_IN}</a>
                </section>
            }
            .into_any(),
        })
        .await
}
