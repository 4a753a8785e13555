//! Who is logged in, for any page of a host: rendered on the server without waiting for anything, kept in one signal in
//! the browser, and asked for once where the first page had no part of these.

use super::{browser, live_page, texts};
use crate::{
    here,
    types::{PageSession as SessionInfo, Visit},
};
use leptos::{ev::MouseEvent, html::Div, prelude::*, server::SharedValue, task::spawn_local};
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
    visit_in_browser(known)
}

/// Returns the same in a browser, where the server may have told a part something.
fn visit_in_browser(known: Visit) -> ArcReadSignal<Visit> {
    let page = PAGE.with_borrow_mut(|page| page.get_or_insert_with(|| ArcRwSignal::new(Visit::default())).clone());
    if !page.with_untracked(Visit::is_known) {
        if known.is_known() {
            page.set(known);
        } else if !ASKED.replace(true) {
            let page = page.clone();
            Effect::new(move || ask(page.clone()));
        }
    }
    page.read_only()
}

/// Returns what is known in a browser by now, without asking.
pub(super) fn known() -> Visit {
    PAGE.with_borrow(|page| page.as_ref().map(|page| page.get_untracked())).unwrap_or_default()
}

/// Tells a live page that is built in the browser whose it is and where it connects, because the server has written nothing
/// of it into its element. The server is asked only where no part of this page has been told before.
pub(super) fn guide_live_page(around: NodeRef<Div>) {
    Effect::new(move || {
        if around.get().is_none_or(|around| live_page::is_guided(&around)) {
            return;
        }
        let visit = visit_in_browser(Visit::default());
        Effect::new(move || {
            if let Visit { session, paths: Some(paths), .. } = visit.get() {
                live_page::guide(session.map(|session| session.id), paths);
            }
        });
    });
}

/// Asks the server who visits, and asks again with the next part where it did not answer.
fn ask(page: ArcRwSignal<Visit>) {
    spawn_local(async move {
        match browser::ask().await {
            Some(visit) => page.set(visit),
            None => ASKED.set(false),
        }
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
        visit.get().log_in_page().map(|log_in| {
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
                <a href=with_way_back(&log_in) rel="external" class=(!class.is_empty()).then_some(class) on:click=click>
                    {texts::LOG_IN}
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
        if let Some(log_in) = leaving.get().log_in_page() {
            let _ = window().location().replace(&with_way_back(&log_in));
        }
    });
    move || {
        let visit = visit.get();
        if visit.session.is_some() {
            return Some(children().into_any());
        }
        visit.log_in_page().map(|log_in| {
            let target = with_way_back(&log_in);
            here::send_on(&target);
            // Where the answer is on its way already, and where scripts are off.
            view! { <a href=target rel="external">{texts::LOG_IN}</a> }.into_any()
        })
    }
}

/// Returns the log-in page that leads back to this one.
fn with_way_back(log_in: &str) -> String {
    let here = here::path();
    format!("{log_in}?return_to={}", utf8_percent_encode(&here, NON_ALPHANUMERIC))
}
