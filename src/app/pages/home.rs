//! Home: says what this is, or greets who is logged in.

use crate::{
    app::{Site, document::Page, email::Email, words::home_description},
    http::Visitor,
};
use axum::{Extension, extract::Request, extract::State, response::Response};
use leptos::prelude::*;

/// `GET /`
pub async fn home(State(site): State<Site>, Extension(visitor): Extension<Visitor>, request: Request) -> Response {
    let paths = site.http.auth.paths().clone();
    let app = site.http.auth.app_name().to_owned();
    let session = visitor.session.clone();
    let title = if session.is_some() { "Welcome back" } else { "Log in without a password" };
    Page::new(&site, title)
        .of(&visitor)
        .described(&request, home_description(&app))
        .show(request, move || match &session {
            Some(session) => view! {
                <section class="magic-auth-card">
                    <h1>"Welcome back"</h1>
                    <p>"You are logged in as " <Email address=session.email.as_str() /> "."</p>
                    <a class="magic-auth-button" href=paths.account(&[])>"Your account"</a>
                </section>
            }
            .into_any(),
            None => view! {
                <section class="magic-auth-card">
                    <h1>"Log in without a password"</h1>
                    <p>
                        {format!("{app} needs only your email address. We send you a code and a link; either one lets you in, ")}
                        "and nobody can guess, steal or forget a password that doesn't exist."
                    </p>
                    <a class="magic-auth-button" href=paths.log_in(&[])>"Log in"</a>
                </section>
            }
            .into_any(),
        })
        .await
}
