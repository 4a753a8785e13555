//! The emails of development.

use crate::{
    app::{
        Site,
        document::Page,
        email::Email,
        moment::Moment,
        texts::{self, fill, sentence},
    },
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
    Page::new(&site, texts::MAILBOX)
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
                            <p class="magic-auth-hint">
                                {sentence(texts::EMAIL_TO_AT, [
                                    ("email", Some(view! { <Email address=message.to.clone() /> }.into_any())),
                                    ("at", Some(view! { <Moment at=message.at /> }.into_any())),
                                ])}
                            </p>
                            <iframe src=frame title=fill(texts::EMAIL_TO, [("email", &message.to)])></iframe>
                            <details>
                                <summary>{texts::AS_PLAIN_TEXT}</summary>
                                <pre tabindex="0">{message.text.clone()}</pre>
                            </details>
                        </article>
                    }
                })
                .collect();
            view! {
                <h1>{texts::MAILBOX}</h1>
                <p class="lead">
                    {sentence(texts::MAILBOX_LEAD, [("setting", Some(view! { <code>"SMTP_URL"</code> }.into_any()))])}
                </p>
                {items.is_empty().then(|| view! {
                    <section class="magic-auth-card">
                        <p>
                            {sentence(texts::NO_EMAILS, [
                                ("ask", Some(view! { <a href=paths.log_in(&[])>{texts::ASK_FOR_ONE}</a> }.into_any())),
                            ])}
                        </p>
                    </section>
                })}
                {items}
            }
        })
        .await
}
