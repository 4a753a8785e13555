//! The account: who one is, since when, and what happened lately.

use crate::{
    app::{Site, document::Page, message::Moment},
    auth::RecentEvent,
    http::{Visitor, see_other, visitor::unavailable},
    parts::LogOutLink,
};
use axum::{Extension, extract::Request, extract::State, response::Response};
use leptos::prelude::*;

/// How many events are shown.
const RECENT: i64 = 10;

/// `GET /account`, behind [`logged_in_only`](crate::http::visitor::logged_in_only).
pub async fn account(State(site): State<Site>, Extension(visitor): Extension<Visitor>, request: Request) -> Response {
    let auth = &site.http.auth;
    let Some(session) = visitor.session.clone() else { return see_other(&auth.paths().log_in) };
    let events = match auth.recent_events(session.email.as_str(), RECENT).await {
        Ok(events) => events,
        Err(refused) => return unavailable(&refused),
    };
    Page::new(&site, "Your account")
        .of(&visitor)
        .wide()
        .show(request, move || {
            view! {
                <h1>"Your account"</h1>
                <section class="card">
                    <h2>"Mail address"</h2>
                    <p>"You log in with " <strong class="address">{session.email.to_string()}</strong> "."</p>
                </section>
                <section class="card">
                    <h2>"This browser"</h2>
                    <p>
                        "Logged in on " <Moment at=session.logged_in_at /> ". You stay logged in until "
                        <Moment at=session.ends_at /> " at the latest."
                    </p>
                    <LogOutLink class="button quiet" />
                </section>
                <RecentActivity events=events.clone() />
            }
        })
        .await
}

#[component]
fn RecentActivity(events: Vec<RecentEvent>) -> impl IntoView {
    let items: Vec<_> = events
        .into_iter()
        .map(|event| {
            view! {
                <li>
                    <strong>{event.what}</strong>
                    <span class="hint">{event.browser} " · " {event.client} " · " <Moment at=event.at /></span>
                </li>
            }
        })
        .collect();
    view! {
        <section class="card">
            <h2>"Recent activity"</h2>
            <p>"Something here that wasn't you? Whoever can read your mail can log in: change your mail's password first."</p>
            <ul class="list">{items}</ul>
        </section>
    }
}
