//! The emails of development.

use crate::{
    app::{Site, document::Page, email::Email, moment::Moment},
    http::{Visitor, mailbox::open_page},
};
use axum::{
    Extension,
    extract::{Request, State},
    response::Response,
};
use leptos::prelude::*;

/// `GET /dev/mailbox`
pub async fn mailbox(State(site): State<Site>, Extension(visitor): Extension<Visitor>, request: Request) -> Response {
    let messages = match open_page(&site.http, &request) {
        Ok(messages) => messages,
        Err(answer) => return *answer,
    };
    let paths = site.http.auth.paths().clone();
    Page::new(&site, "Mailbox")
        .of(&visitor)
        .wide()
        .show(request, move || {
            let items: Vec<_> = messages
                .iter()
                .map(|message| {
                    let frame = format!("{}/{}", paths.mailbox(&[]), message.id);
                    view! {
                        <article class="magic-auth-card email">
                            <h2>{message.subject.clone()}</h2>
                            <p class="magic-auth-hint">"To " <Email address=message.to.clone() /> " · " <Moment at=message.at /></p>
                            <iframe src=frame title=format!("Email to {}", message.to)></iframe>
                            <details>
                                <summary>"As plain text"</summary>
                                <pre tabindex="0">{message.text.clone()}</pre>
                            </details>
                        </article>
                    }
                })
                .collect();
            view! {
                <h1>"Mailbox"</h1>
                <p class="lead">
                    "Emails of this development server, newest first. They are kept in memory until it stops; set "
                    <code>"SMTP_URL"</code> " and they go to a mail server instead."
                </p>
                {items.is_empty().then(|| view! {
                    <section class="magic-auth-card"><p>"No emails yet. " <a href=paths.log_in(&[])>"Ask for one"</a> "."</p></section>
                })}
                {items}
            }
        })
        .await
}
