//! A page that waits for what happens elsewhere.

use super::{
    forms::one_is_on_its_way,
    start::{every, listen},
};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, Response};

/// How often is asked while the page can be seen.
const PAUSE: Duration = Duration::from_secs(2);

/// Asks how things stand with this browser's challenge, and loads the page anew when that changes: its email was
/// sent or was not, it has expired, or this browser was logged in by the link in another tab. Asks at once when the
/// page comes into sight, so also after the machine has slept.
#[component]
pub(crate) fn WaitingTab(
    /// Where to ask.
    path: String,
    /// The page itself, without what it has said already.
    page: String,
    /// How things stood when the page was made, in the word that will be answered.
    word: &'static str,
) -> impl IntoView {
    view! { <div data-magic-auth="waiting" data-path=path data-page=page data-word=word hidden></div> }
}

pub(super) fn wake(around: Element) {
    let attribute = |name| around.get_attribute(name).unwrap_or_default();
    let known = (attribute("data-path"), attribute("data-page"), attribute("data-word"));
    let known = StoredValue::new(known);
    let asking = StoredValue::new(false);

    let ask = move || {
        if document().hidden() || asking.get_value() || one_is_on_its_way() {
            return;
        }
        asking.set_value(true);
        spawn_local(async move {
            let Some((path, page, word)) = known.try_get_value() else { return };
            let changed = ask(&path).await.is_some_and(|answer| answer != word);
            asking.try_set_value(false);
            if changed && !one_is_on_its_way() {
                let _ = window().location().replace(&page);
            }
        });
    };
    every(PAUSE, ask);
    for event in ["visibilitychange", "online", "focus", "pageshow"] {
        listen(&window(), event, move |_: Event| ask());
    }
}

/// Returns the word; `None` when the server could not be reached or did not answer well, which is no news.
pub(super) async fn ask(path: &str) -> Option<String> {
    let response: Response = JsFuture::from(window().fetch_with_str(path)).await.ok()?.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok().filter(|_| response.ok())?).await.ok()?;
    text.as_string()
}
