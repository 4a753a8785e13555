//! Components for any page of a host, its own or ours. Those in the submodules are islands: rendered on the server,
//! brought to life in the browser, and useful without that. This module is compiled for both sides. Islands take no
//! props but read attributes around them, so that no JSON reader has to travel to the browser.

#[allow(dead_code, reason = "the server has its own")]
pub(crate) mod browser;
mod code_field;
mod email_change_form;
mod live_page;
mod local_times;
mod page_manners;
mod resend_button;
mod retry_button;
mod session;
mod sign;
mod waiting_tab;

pub use code_field::CodeField;
pub use email_change_form::EmailChangeForm;
pub use live_page::LivePage;
pub use page_manners::PageManners;
pub use resend_button::ResendButton;
pub use retry_button::RetryButton;
pub use session::{LogInLink, LoggedIn, LoggedOut, RequireSession, use_session};
#[allow(unused_imports, reason = "the browser's half shows no messages of its own")]
pub(crate) use sign::{Kind, Sign};
pub use waiting_tab::WaitingTab;

use crate::types::Paths;
use leptos::prelude::*;

/// Logs this browser out with one click, with or without scripts. Shows as a link; `class` replaces its looks.
#[component]
pub fn LogOutLink(
    /// The button's class.
    #[prop(default = "link-button")]
    class: &'static str,
) -> impl IntoView {
    view! {
        <form method="post" action=Paths::api("log_out") class="log-out">
            <button type="submit" class=class data-busy="Logging out…">
                "Log out"
            </button>
        </form>
    }
}

/// Logs the user out everywhere with one click, with or without scripts: every browser, and every open page of them at
/// once. Shows as a link; `class` replaces its looks.
#[component]
pub fn LogOutEverywhereLink(
    /// The button's class.
    #[prop(default = "link-button")]
    class: &'static str,
) -> impl IntoView {
    view! {
        <form method="post" action=Paths::api("log_out_all") class="log-out">
            <button type="submit" class=class data-busy="Logging out…">
                "Log out everywhere"
            </button>
        </form>
    }
}
