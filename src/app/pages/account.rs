//! The account: its address, where one is logged in, and what happened lately.

use crate::{
    app::{
        Site,
        document::{Page, PageQuery},
        email::Email,
        message::{Kind, Message},
        moment::{Moment, said_of},
        said::Said,
        texts::{self, error_words, event_words, fill, notice_words, sentence},
    },
    auth::{Error, ListedSession, OwnChanges, RecentEvent, SessionInfo},
    http::{Visitor, see_other, typed::Field},
    ids::SessionId,
    parts::{EmailChangeForm, LogOutEverywhereLink},
    types::{Paths, Timestamp},
};
use axum::{Extension, extract::Request, extract::State, response::Response};
use leptos::prelude::*;

/// How many things are shown that the user did.
const RECENT: i64 = 20;
/// How many that others tried.
const RECENT_OF_OTHERS: i64 = 10;
/// How many sessions are shown on a page.
const LISTED: i64 = 20;

/// `GET /account`, behind [`logged_in_only`](crate::http::visitor::logged_in_only).
pub async fn account(
    State(site): State<Site>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
) -> Result<Response, Error> {
    let auth = &site.http.auth;
    let Some(session) = visitor.session.clone() else { return Ok(see_other(&auth.paths().log_in(&[]))) };
    let query = PageQuery::of(&request);
    let number = query.number.max(1);
    let changes = auth.own_changes(&session).await?;
    let events = auth.recent_events(&session, RECENT, RECENT_OF_OTHERS).await?;
    let (sessions, count) = auth.sessions(&session, LISTED, (number - 1) * LISTED).await?;
    let list =
        SessionList { own: session.id, sessions, count, number, now: auth.clock().now(), paths: auth.paths().clone() };
    let digits = auth.rules().code_digits;
    let (error, notice) = (Said::error(query.said), Said::notice(query.said));
    let typed = visitor.cookies.typed_into(Field::NewEmail);
    let changes_emails = auth.changes_emails();
    let page = Page::new(&site, texts::YOUR_ACCOUNT)
        .of(&visitor)
        .wide()
        .show(request, move || {
            // What is wrong with the new address stands at its field, everything else above.
            let at_field = error.filter(|error| error.is_about_new_address());
            let above = error.filter(|_| at_field.is_none());
            let at_field = at_field.map(|error| error_words(error, digits));
            view! {
                <h1>{texts::YOUR_ACCOUNT}</h1>
                {notice.map(|notice| view! { <Message kind=Kind::Notice>{notice_words(notice)}</Message> })}
                {above.map(|error| view! { <Message kind=Kind::Error>{error_words(error, digits)}</Message> })}
                <Address
                    session=session.clone()
                    changes=changes.clone()
                    paths=list.paths.clone()
                    typed=typed.clone()
                    error=at_field
                    can_change=changes_emails
                />
                <WhereLoggedIn list=list.clone() ends_at=session.ends_at />
                <RecentActivity events=events.clone() />
            }
        })
        .await;
    Ok(page)
}

#[component]
fn Address(
    session: SessionInfo,
    changes: OwnChanges,
    paths: Paths,
    typed: String,
    error: Option<String>,
    can_change: bool,
) -> impl IntoView {
    let current = session.email.to_string();
    view! {
        <section class="magic-auth-card" aria-labelledby="address">
            <h2 id="address">{texts::EMAIL_ADDRESS}</h2>
            <p>{sentence(texts::YOU_LOG_IN_WITH, [("email", Some(view! { <Email address=current.clone() /> }.into_any()))])}</p>
            <Changes changes paths />
            {can_change.then(|| view! { <EmailChangeForm value=typed error /> })}
        </section>
    }
}

/// Changes of address that wait, and those that can still be undone.
#[component]
fn Changes(changes: OwnChanges, paths: Paths) -> impl IntoView {
    let (send_again, cancel) = (paths.function("send_undo_email"), paths.function("cancel_email_change"));
    let waiting: Vec<_> = changes
        .waiting
        .into_iter()
        .map(|email| {
            view! {
                <p>{sentence(texts::CHANGE_WAITS, [("email", Some(view! { <Email address=email.as_str() /> }.into_any()))])}</p>
            }
        })
        .collect();
    let any_waits = !waiting.is_empty();
    let moved: Vec<_> = changes
        .moved
        .into_iter()
        .map(|change| {
            view! {
                <form method="post" action=send_again.clone() class="change">
                    <input type="hidden" name="id" value=change.id.to_string() />
                    <p>
                        {sentence(texts::IT_CHANGED, [
                            ("old_email", Some(view! { <Email address=change.old_email.as_str() /> }.into_any())),
                            ("new_email", Some(view! { <Email address=change.new_email.as_str() /> }.into_any())),
                            ("moved_at", Some(view! { <Moment at=change.moved_at /> }.into_any())),
                            ("until", Some(view! { <Moment at=change.until /> }.into_any())),
                        ])}
                    </p>
                    <button type="submit" class="magic-auth-button quiet" data-busy=texts::SENDING>{texts::SEND_THAT_EMAIL_AGAIN}</button>
                </form>
            }
        })
        .collect();
    view! {
        {waiting}
        {any_waits.then(|| view! {
            <form method="post" action=cancel.clone() class="change">
                <button type="submit" class="magic-auth-button quiet" data-busy=texts::CANCELLING>{texts::CANCEL_CHANGE}</button>
            </form>
        })}
        {moved}
    }
}

/// The sessions of one page of the list.
#[derive(Clone)]
struct SessionList {
    own: SessionId,
    sessions: Vec<ListedSession>,
    count: i64,
    number: i64,
    now: Timestamp,
    paths: Paths,
}

#[component]
fn WhereLoggedIn(list: SessionList, ends_at: Timestamp) -> impl IntoView {
    let SessionList { own, sessions, count, number, now, paths } = list;
    let pages = count.max(1).saturating_add(LISTED - 1) / LISTED;
    let none_here = sessions.is_empty();
    let end = paths.function("end_session");
    let items: Vec<_> = sessions
        .into_iter()
        .map(|session| {
            let id = session.id.to_string();
            let this_one = session.id == own;
            let since = said_of(session.logged_in_at, now);
            let label = fill(texts::LOG_OUT_WHICH, [
                ("browser", &texts::browser(&session.browser)),
                ("client", &texts::client(&session.client)),
                ("since", &since),
            ]);
            let end = end.clone();
            view! {
                <li class="session">
                    <strong>
                        {texts::browser(&session.browser)}
                        {this_one.then(|| view! { " " <span class="badge">{texts::THIS_ONE}</span> })}
                    </strong>
                    <div class="magic-auth-hint">
                        <p>
                            {sentence(texts::LAST_SEEN, [
                                ("at", Some(view! { <Moment at=session.last_seen_at /> }.into_any())),
                                ("client", Some(view! { <span class="piece"><bdi>{texts::client(&session.client)}</bdi></span> }.into_any())),
                            ])}
                        </p>
                        <p>
                            {sentence(texts::LOGGED_IN_AT, [
                                ("at", Some(view! { <Moment at=session.logged_in_at /> }.into_any())),
                            ])}
                        </p>
                    </div>
                    <form method="post" action=end>
                        <input type="hidden" name="id" value=id />
                        <button type="submit" class="magic-auth-button quiet" data-busy=texts::LOGGING_OUT aria-label=label>
                            {texts::LOG_OUT}
                        </button>
                    </form>
                </li>
            }
        })
        .collect();
    view! {
        <section class="magic-auth-card" aria-labelledby="sessions">
            <h2 id="sessions">{texts::WHERE_LOGGED_IN}</h2>
            <p>
                {fill(texts::IN_BROWSERS, [("count", &count)])}
            </p>
            {none_here.then(|| view! { <p class="magic-auth-hint">{texts::NONE_ON_THIS_PAGE}</p> })}
            <ul class="list">{items}</ul>
            {(pages > 1).then(|| view! { <Pages number pages paths=paths.clone() /> })}
            <p class="magic-auth-hint">{sentence(texts::STAYS_UNTIL, [("at", Some(view! { <Moment at=ends_at /> }.into_any()))])}</p>
            <div class="ways-out">
                {(count > 1).then(|| view! {
                    <form method="post" action=paths.function("end_other_sessions")>
                        <button type="submit" class="magic-auth-button quiet" data-busy=texts::LOGGING_OUT>{texts::LOG_OUT_OTHERS}</button>
                    </form>
                })}
                <LogOutEverywhereLink class="magic-auth-button quiet" />
            </div>
        </section>
    }
}

/// The way to the other pages of the list.
#[component]
fn Pages(number: i64, pages: i64, paths: Paths) -> impl IntoView {
    let to = |number: i64| format!("{}#sessions", paths.account(&[("page", &number.to_string())]));
    view! {
        <nav class="pages" aria-label=texts::PAGES_OF_LIST>
            {(number > 1).then(|| view! { <a href=to((number - 1).min(pages)) rel="prev">{texts::EARLIER_PAGE}</a> })}
            <span>{fill(texts::PAGE_OF, [("number", &number), ("pages", &pages)])}</span>
            {(number < pages).then(|| view! { <a href=to(number + 1) rel="next">{texts::NEXT_PAGE}</a> })}
        </nav>
    }
}

#[component]
fn RecentActivity(events: Vec<RecentEvent>) -> impl IntoView {
    let items: Vec<_> = events
        .into_iter()
        .map(|event| {
            view! {
                <li>
                    <strong>{event_words(event.kind)}</strong>
                    <span class="magic-auth-hint">
                        <span class="piece">{texts::browser(&event.browser)} " ·"</span> " "
                        <span class="piece"><bdi>{texts::client(&event.client)}</bdi> " ·"</span> " "
                        <Moment at=event.at />
                    </span>
                </li>
            }
        })
        .collect();
    view! {
        <section class="magic-auth-card" aria-labelledby="activity">
            <h2 id="activity">{texts::RECENT_ACTIVITY}</h2>
            <p>{texts::NOT_YOU}</p>
            <ul class="list">{items}</ul>
        </section>
    }
}
