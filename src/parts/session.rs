//! Who is logged in, for any page of a host: rendered on the server without waiting for anything, kept in one signal in
//! the browser, and asked for once where the first page had no part of these.

use super::{
    browser,
    texts::{self, say},
};
use crate::{
    here,
    types::{PageSession as SessionInfo, Visit},
};
use leptos::{ev::MouseEvent, prelude::*, server::SharedValue, task::spawn_local};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

thread_local! {
    /// What this page knows. In the browser alone, where there is one page.
    static PAGE: RefCell<Option<ArcRwSignal<Visit>>> = const { RefCell::new(None) };
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Returns what this page knows of who visits.
fn visit() -> ArcReadSignal<Visit> {
    // The server's answer travels in the page; in a page that is made in the browser there is none.
    let known = SharedValue::new(here::visit).into_inner();
    if here::IS_SERVER {
        return ArcRwSignal::new(known).read_only();
    }
    let page = PAGE.with_borrow_mut(|page| page.get_or_insert_with(|| ArcRwSignal::new(Visit::default())).clone());
    if !page.with_untracked(Visit::is_known) {
        if known.is_known() {
            page.set(known);
        } else {
            ask_once();
        }
    }
    page.read_only()
}

/// Asks the server who visits and what parts say, once; again with the next part where it did not answer.
pub(super) fn ask_once() {
    if !ASKED.replace(true) {
        Effect::new(ask);
    }
}

fn ask() {
    spawn_local(async move {
        let Some(mut visit) = browser::ask().await else { return ASKED.set(false) };
        if let Some(said) = visit.texts.take() {
            texts::learn(&said);
        }
        let page = PAGE.with_borrow_mut(|page| page.get_or_insert_with(|| ArcRwSignal::new(Visit::default())).clone());
        page.set(visit);
    });
}

/// Returns who is logged in. In the browser it is `None` too until that is known; [`LoggedIn`] and [`LoggedOut`] show
/// nothing until then.
///
/// ```
/// # use leptos::prelude::*;
/// #[component]
/// fn Title() -> impl IntoView {
///     let session = leptos_magic_auth::use_session();
///     move || session.get().map_or("Notes".to_owned(), |session| format!("Notes of {}", session.email))
/// }
/// ```
pub fn use_session() -> Signal<Option<SessionInfo>> {
    let visit = visit();
    Signal::derive(move || visit.get().session)
}

/// Shows its children to people who are logged in, who get the session by `let:session`.
///
/// ```
/// # use leptos::prelude::*;
/// use leptos_magic_auth::LoggedIn;
///
/// #[component]
/// fn Page() -> impl IntoView {
///     view! { <LoggedIn let:session>"You are " {session.email}</LoggedIn> }
/// }
/// ```
#[component]
pub fn LoggedIn<F, V>(
    /// What they see.
    children: F,
) -> impl IntoView
where
    F: Fn(SessionInfo) -> V + Send + 'static,
    V: IntoView + 'static,
{
    let visit = visit();
    move || visit.get().session.map(&children)
}

/// Shows its children to people who are not logged in, as soon as that is known.
///
/// ```
/// # use leptos::prelude::*;
/// use leptos_magic_auth::LoggedOut;
///
/// #[component]
/// fn Page() -> impl IntoView {
///     view! { <LoggedOut>"Come in"</LoggedOut> }
/// }
/// ```
#[component]
pub fn LoggedOut(
    /// What they see.
    children: ChildrenFn,
) -> impl IntoView {
    let visit = visit();
    move || {
        let visit = visit.get();
        (visit.is_known() && visit.session.is_none()).then(|| children())
    }
}

/// Leads to the log-in page and back to this one. Shows only where nobody is logged in.
///
/// ```
/// # use leptos::prelude::*;
/// use leptos_magic_auth::LogInLink;
///
/// #[component]
/// fn Page() -> impl IntoView {
///     view! { <LogInLink /> }
/// }
/// ```
#[component]
pub fn LogInLink(
    /// The link's class.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let visit = visit();
    move || {
        let visit = visit.get();
        visit.log_in.filter(|_| visit.session.is_none()).map(|log_in| {
            // The page may have become another one since this was rendered.
            let click = {
                let log_in = log_in.clone();
                move |event: MouseEvent| {
                    let link = event.current_target().and_then(|link| link.dyn_into::<HtmlElement>().ok());
                    if let Some(link) = link {
                        let _ = link.set_attribute("href", &with_way_back(&log_in));
                    }
                }
            };
            view! {
                <a
                    href=with_way_back(&log_in)
                    rel="external"
                    class=(!class.is_empty()).then_some(class)
                    data-magic-auth-texts=texts::all()
                    on:click=click
                >
                    {say(texts::LOG_IN)}
                </a>
            }
        })
    }
}

/// Hides its children from who is not logged in, and sends them to the log-in page: it hides, it does not protect. What a
/// server function gives away it has to guard by itself. Comes back here after the log-in.
///
/// ```
/// # use leptos::prelude::*;
/// use leptos_magic_auth::RequireSession;
///
/// #[component]
/// fn Page() -> impl IntoView {
///     view! { <RequireSession>"Your notes"</RequireSession> }
/// }
/// ```
#[component]
pub fn RequireSession(
    /// What people see who are logged in.
    children: ChildrenFn,
) -> impl IntoView {
    let visit = visit();
    let leaving = visit.clone();
    Effect::new(move || {
        let visit = leaving.get();
        if let Some(log_in) = visit.log_in.filter(|_| visit.session.is_none()) {
            let _ = window().location().replace(&with_way_back(&log_in));
        }
    });
    move || {
        let visit = visit.get();
        match (visit.session, visit.log_in) {
            (Some(_), _) => Some(children().into_any()),
            (None, Some(log_in)) => {
                let target = with_way_back(&log_in);
                here::send_on(&target);
                // Where the answer is on its way already, and where scripts are off.
                Some(view! { <a href=target rel="external">{say(texts::LOG_IN)}</a> }.into_any())
            }
            (None, None) => None,
        }
    }
}

/// Returns the log-in page that leads back to this one.
fn with_way_back(log_in: &str) -> String {
    let here = here::path();
    format!("{log_in}?return_to={}", utf8_percent_encode(&here, NON_ALPHANUMERIC))
}
