//! Components for any page, a host's or ours, compiled for both sides. Each renders plain HTML that is useful without
//! scripts, and says in the attribute `data-magic-auth` which part it is. What it does once scripts run is a function
//! beside it that takes the element, so it stands once for pages that hydrate, pages with islands, and our own, which do
//! neither: [`start`] wakes what it finds and what comes later. Data is read from attributes, so that no JSON reader
//! has to travel to the browser.

#[allow(dead_code, reason = "the server has its own")]
pub(crate) mod browser;
#[allow(dead_code, reason = "the component is of our own pages, which no browser renders")]
mod code_field;
mod countdown;
mod email_change_form;
mod forms;
mod live_line;
mod live_page;
mod local_times;
#[allow(dead_code, reason = "the component is of our own pages, which no browser renders")]
mod retry_button;
mod session;
mod sign;
mod start;
mod texts;
#[allow(dead_code, reason = "the component is of our own pages, which no browser renders")]
mod waiting_tab;

pub use email_change_form::EmailChangeForm;
pub use live_page::LivePage;
pub use session::{LogInLink, LoggedIn, LoggedOut, RequireSession, use_session};
pub use start::start;
#[allow(unused_imports, reason = "of our own pages, which are rendered on the server alone")]
pub(crate) use {
    code_field::CodeField,
    retry_button::RetryButton,
    sign::{Kind, Sign},
    texts::KEYS,
    waiting_tab::WaitingTab,
};

use crate::here;
use leptos::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering};
use texts::say;

/// An id that no other part of the page has. Hydration leaves the server's where it is.
fn own_id() -> String {
    static IN_BROWSER: AtomicU32 = AtomicU32::new(0);
    match here::number() {
        Some(number) => format!("magic-auth-{number}"),
        None => format!("magic-auth-b{}", IN_BROWSER.fetch_add(1, Ordering::Relaxed)),
    }
}

/// Logs this browser out with one click, with or without scripts. Shows as a link; `class` replaces its looks.
///
/// ```
/// # use leptos::prelude::*;
/// use leptos_magic_auth::LogOutLink;
///
/// #[component]
/// fn Page() -> impl IntoView {
///     view! { <LogOutLink /> }
/// }
/// ```
#[component]
pub fn LogOutLink(
    /// The button's class.
    #[prop(default = "magic-auth-link")]
    class: &'static str,
) -> impl IntoView {
    start();
    view! {
        <form method="post" action=here::function("log_out") class="magic-auth-log-out" data-magic-auth="log-out" data-magic-auth-texts=texts::all()>
            <button type="submit" class=class data-busy=say(texts::LOGGING_OUT)>
                {say(texts::LOG_OUT)}
            </button>
        </form>
    }
}

/// Logs the user out everywhere with one click, with or without scripts: every browser, and every open page of them at
/// once. Shows as a link; `class` replaces its looks.
///
/// ```
/// # use leptos::prelude::*;
/// use leptos_magic_auth::LogOutEverywhereLink;
///
/// #[component]
/// fn Page() -> impl IntoView {
///     view! { <LogOutEverywhereLink /> }
/// }
/// ```
#[component]
pub fn LogOutEverywhereLink(
    /// The button's class.
    #[prop(default = "magic-auth-link")]
    class: &'static str,
) -> impl IntoView {
    start();
    view! {
        <form method="post" action=here::function("log_out_all") class="magic-auth-log-out" data-magic-auth="log-out" data-magic-auth-texts=texts::all()>
            <button type="submit" class=class data-busy=say(texts::LOGGING_OUT)>
                {say(texts::LOG_OUT_EVERYWHERE)}
            </button>
        </form>
    }
}
