//! A page that waits for what happens elsewhere.

use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// How often is asked while the page can be seen.
const PAUSE: Duration = Duration::from_secs(2);

/// Asks how things stand with this browser's challenge, and loads the page anew when that changes: its letter was
/// sent or was not, its time is over, or this browser was logged in by the link in another tab. Asks at once when the
/// page comes into sight, so also after the machine has slept.
#[component]
pub fn WaitingTab(
    /// Where to ask.
    path: String,
    /// The page itself, without what it has said already.
    page: String,
    /// How things stood when the page was made, in the word that will be answered.
    word: &'static str,
) -> impl IntoView {
    view! {
        <div id="waiting" data-path=path data-page=page data-word=word hidden>
            <Waiting />
        </div>
    }
}

#[island]
fn Waiting() -> impl IntoView {
    let asking = StoredValue::new(false);
    let known = StoredValue::new((String::new(), String::new(), String::new()));

    let ask = move || {
        if document().hidden() || asking.get_value() || is_leaving() {
            return;
        }
        asking.set_value(true);
        spawn_local(async move {
            let (path, page, word) = known.get_value();
            let changed = ask(&path).await.is_some_and(|answer| answer != word);
            asking.set_value(false);
            if changed && !is_leaving() {
                let _ = window().location().replace(&page);
            }
        });
    };

    Effect::new(move || {
        let Some(around) = document().get_element_by_id("waiting") else { return };
        let attribute = |name| around.get_attribute(name).unwrap_or_default();
        known.set_value((attribute("data-path"), attribute("data-page"), attribute("data-word")));
        let asking = set_interval_with_handle(ask, PAUSE);
        let seen = ["visibilitychange", "online", "focus", "pageshow"]
            .map(|event| window_event_listener_untyped(event, move |_| ask()));
        on_cleanup(move || {
            if let Ok(asking) = asking {
                asking.clear();
            }
            seen.into_iter().for_each(|listener| listener.remove());
        });
    });
}

/// Whether a form of this page is on its way: its answer leads on, and must not be cut off.
fn is_leaving() -> bool {
    document().query_selector("form[data-submitted]").ok().flatten().is_some()
}

/// The word; none when the server could not be reached or did not answer well, which is no news.
pub(super) async fn ask(path: &str) -> Option<String> {
    let response: Response = JsFuture::from(window().fetch_with_str(path)).await.ok()?.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok().filter(|_| response.ok())?).await.ok()?;
    text.as_string()
}
