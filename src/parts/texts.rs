//! Every text that parts say, on pages of other people as on ours, by the name of its message. The server says them, in the
//! language of the page, and what it has written into a page stays. A part that is built in the browser finds them in an
//! attribute of one that came from the server, or asks for them: so no language travels to the browser but the page's own.

use super::session;
use crate::here;
use leptos::prelude::*;
use std::cell::RefCell;
use web_sys::Element;

/// The attribute that holds all of them, one a line.
const ALL: &str = "data-magic-auth-texts";

/// One of them.
#[derive(Clone, Copy)]
pub(super) struct PartText {
    key: &'static str,
    /// Which line it is.
    line: usize,
}

/// Gives each text a name for the code, and lists their messages in the order of the lines.
macro_rules! part_texts {
    ($($name:ident = $key:literal,)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "counts the lines")]
        enum Line { $($name,)* }

        $(pub(super) const $name: PartText = PartText { key: $key, line: Line::$name as usize };)*

        /// The messages that parts say.
        #[allow(dead_code, reason = "the server says them")]
        pub(crate) const KEYS: &[&str] = &[$($key,)*];
    };
}

part_texts! {
    LOG_IN = "log-in",
    LOG_OUT = "log-out",
    LOG_OUT_EVERYWHERE = "log-out-everywhere",
    LOGGING_OUT = "logging-out",
    YOU_ARE_LOGGED_OUT = "you-are-logged-out",
    NEW_EMAIL_ADDRESS = "new-email-address",
    WHAT_A_CHANGE_DOES = "what-a-change-does",
    CHANGE_ADDRESS = "change-address",
    CHANGING = "changing",
    TYPE_NEW_ADDRESS = "type-new-address",
    THAT_IS_YOURS = "that-is-yours",
    ENDED_LOGGED_OUT = "notice-logged-out",
    ENDED_EVERYWHERE = "notice-logged-out-everywhere",
    ENDED_ELSEWHERE = "notice-session-ended",
    ENDED_ADDRESS_CHANGING = "notice-address-changing",
    ENDED_ADDRESS_CHANGED = "notice-address-changed",
    ENDED_CHANGE_UNDONE = "notice-change-undone",
    ENDED_EXPIRED = "notice-session-expired",
    ENDED_REPLACED = "notice-session-replaced",
}

thread_local! {
    /// What this page has been told to say. In the browser alone, where there is one page.
    static KNOWN: RefCell<Option<ArcRwSignal<Vec<String>>>> = const { RefCell::new(None) };
}

/// Says a text: on the server in the language of the page, in the browser as soon as that is known.
pub(super) fn say(text: PartText) -> impl Fn() -> String + Clone + Send + Sync + 'static {
    let said = here::said(text.key);
    let known = said.is_none().then(known);
    move || match (&said, &known) {
        (Some(said), _) => said.clone(),
        (None, Some(known)) => known.with(|texts| texts.get(text.line).cloned().unwrap_or_default()),
        (None, None) => String::new(),
    }
}

/// What the page's first part brings along for those that are built in the browser, as the attribute
/// `data-magic-auth-texts`.
pub(super) fn all() -> Option<String> {
    here::all_said(KEYS)
}

/// Remembers what the server has answered.
pub(super) fn learn(texts: &str) {
    known().set(lines(texts));
}

fn known() -> ArcRwSignal<Vec<String>> {
    let known = KNOWN.with_borrow(Clone::clone);
    known.unwrap_or_else(|| {
        let around: Option<Element> = document().query_selector(&format!("[{ALL}]")).ok().flatten();
        let texts = around.and_then(|around| around.get_attribute(ALL));
        let known = ArcRwSignal::new(texts.as_deref().map(lines).unwrap_or_default());
        KNOWN.replace(Some(known.clone()));
        if texts.is_none() {
            session::ask_once();
        }
        known
    })
}

fn lines(texts: &str) -> Vec<String> {
    texts.split('\n').map(str::to_owned).collect()
}
