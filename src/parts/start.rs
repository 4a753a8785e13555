//! Wakes the parts of a page, wherever their HTML comes from: a page that only the server renders, a page that
//! hydrates, an island, or a view that is built in the browser.

use super::{code_field, countdown, email_change_form, forms, live_page, local_times, waiting_tab};
use crate::here;
use any_spawner::Executor;
use leptos::{leptos_dom::helpers::queue_microtask, prelude::*};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, Event, EventTarget, MutationObserver, MutationObserverInit};

/// The attribute that says which part an element is.
const PART: &str = "data-magic-auth";

/// What the console says where the feature is forgotten without which our own pages cannot start what is here.
const NO_HYDRATE: &str = "Magic Auth was built into this page without its feature `hydrate`. Write 'leptos-magic-auth/hydrate' \
     into `hydrate = [ ... ]` of [features] in Cargo.toml.";

/// What an element does once scripts run. It is called in an owner of its own, which is cleaned up when the element has
/// left the page. Of itself it changes attributes alone on a host's page: its text is not hydrated yet, perhaps.
type Behaviour = fn(Element);

/// Each part's value of the attribute and its behaviour. `Once` is for what concerns the whole page: of several only one
/// is awake, and the next one takes its place.
const PARTS: [(&str, Behaviour, Times); 6] = [
    ("code", code_field::wake, Times::Each),
    ("countdown", countdown::wake, Times::Each),
    ("email-change", email_change_form::wake, Times::Each),
    ("waiting", waiting_tab::wake, Times::Each),
    ("page", local_times::wake, Times::Once),
    ("live-page", live_page::wake, Times::Once),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Times {
    Each,
    Once,
}

/// A part that is at work.
struct Awake {
    part: &'static str,
    element: Element,
    owner: Owner,
}

thread_local! {
    static STARTED: Cell<bool> = const { Cell::new(false) };
    static AWAKE: RefCell<Vec<Awake>> = const { RefCell::new(Vec::new()) };
}

/// Brings the parts of this page to life, those that are there and those that come later. Calling it again does
/// nothing, and neither does calling it on the server.
///
/// A part calls this itself where its component runs in the browser, so a host that hydrates its pages needs no call.
/// With islands the components of a page run on the server alone; call this at the end of `hydrate()` then:
///
/// ```
/// pub fn hydrate() {
///     leptos::mount::hydrate_islands();
///     leptos_magic_auth::start();
/// }
/// # #[cfg(not(target_arch = "wasm32"))]
/// # mod leptos { pub mod mount { pub fn hydrate_islands() {} } }
/// # hydrate();
/// ```
pub fn start() {
    if cfg!(not(target_arch = "wasm32")) || STARTED.replace(true) {
        return;
    }
    if !here::IS_BROWSER_HALF {
        leptos::logging::error!("{NO_HYDRATE}");
    }
    // An error says that the host has done it.
    let _ = Executor::init_wasm_bindgen();
    // A component may be calling while its page hydrates: that is done first, and nothing here belongs to that component.
    queue_microtask(|| {
        wake_and_clean_up();
        let owner = Owner::new_root(None);
        owner.with(forms::wake);
        // As long as the page lives.
        std::mem::forget(owner);
        let observer = Closure::<dyn FnMut()>::new(wake_and_clean_up).into_js_value();
        if let Ok(observer) = MutationObserver::new(observer.unchecked_ref()) {
            let what = MutationObserverInit::new();
            what.set_child_list(true);
            what.set_subtree(true);
            let _ = observer.observe_with_options(&document(), &what);
        }
    });
}

/// Wakes what has come, after it has put to sleep what has left.
fn wake_and_clean_up() {
    let gone: Vec<Awake> =
        AWAKE.with_borrow_mut(|awake| awake.extract_if(.., |part| !part.element.is_connected()).collect());
    gone.into_iter().for_each(|part| part.owner.cleanup());
    for (part, behaviour, times) in PARTS {
        for element in all(&format!("[{PART}={part}]")) {
            let is_up = |awake: &Awake| awake.part == part && (times == Times::Once || awake.element == element);
            if !AWAKE.with_borrow(|awake| awake.iter().any(is_up)) {
                let owner = Owner::new_root(None);
                owner.with(|| behaviour(element.clone()));
                AWAKE.with_borrow_mut(|awake| awake.push(Awake { part, element, owner }));
            }
        }
    }
}

/// Returns the page's elements that match.
pub(super) fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// Listens until the current owner is cleaned up.
pub(super) fn listen<E: JsCast>(target: &EventTarget, event: &'static str, react: impl Fn(E) + 'static) {
    let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| react(event.unchecked_into()));
    let heard: JsValue = heard.into_js_value();
    let _ = target.add_event_listener_with_callback(event, heard.unchecked_ref());
    let listening = StoredValue::new_local((target.clone(), heard));
    on_cleanup(move || {
        listening.with_value(|(target, heard)| {
            let _ = target.remove_event_listener_with_callback(event, heard.unchecked_ref());
        });
    });
}

/// Does this again and again until the current owner is cleaned up.
pub(super) fn every(pause: std::time::Duration, again: impl Fn() + 'static) {
    if let Ok(ticking) = set_interval_with_handle(again, pause) {
        on_cleanup(move || ticking.clear());
    }
}
