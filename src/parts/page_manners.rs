//! How every page behaves once scripts run.

use super::local_times::show_local_times;
use leptos::{ev, prelude::*};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlFormElement, PageTransitionEvent, SubmitEvent};

/// A form whose answer has not come by then was stopped by its reader, and may be sent again.
const ANSWER_BY: Duration = Duration::from_secs(15);

/// Buttons show that work is going on and cannot be pressed twice; times are told in the reader's own zone; a page that
/// comes back from the browser's memory is ready again (a live page asks the server anew besides).
#[island]
pub fn PageManners() -> impl IntoView {
    Effect::new(|| {
        show_local_times();
        let submitting = window_event_listener(ev::submit, |event| on_submit(&event));
        let shown = window_event_listener_untyped("pageshow", |event| {
            if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
                ready_again();
            }
        });
        let online = window_event_listener_untyped("online", |_| show_offline(false));
        on_cleanup(move || {
            submitting.remove();
            shown.remove();
            online.remove();
        });
    });
}

fn on_submit(event: &SubmitEvent) {
    // The form's own manners have found something that cannot be sent.
    if event.default_prevented() {
        return;
    }
    let Some(form) = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok()) else { return };
    if form.has_attribute("data-submitted") {
        event.prevent_default();
        return;
    }
    if !window().navigator().on_line() {
        event.prevent_default();
        show_offline(true);
        return;
    }
    let _ = form.set_attribute("data-submitted", "");
    set_timeout(ready_again, ANSWER_BY);
    let button =
        event.submitter().or_else(|| form.query_selector("button").ok().flatten().and_then(|b| b.dyn_into().ok()));
    if let Some(button) = button {
        show_busy(&button);
    }
}

/// A form that cannot be sent stays as it is, and a message says why.
fn show_offline(offline: bool) {
    if let Some(message) = document().get_element_by_id("offline") {
        let _ = if offline { message.remove_attribute("hidden") } else { message.set_attribute("hidden", "") };
    }
}

/// Says what is going on, in the button's own place and width.
fn show_busy(button: &HtmlElement) {
    let Some(words) = button.get_attribute("data-busy") else { return };
    let width = format!("min({}px, 100%)", button.offset_width());
    let _ = button.style().set_property("min-width", &width);
    let _ = button.set_attribute("aria-busy", "true");
    let _ = button.set_attribute("data-idle", &button.text_content().unwrap_or_default());
    button.set_text_content(Some(&words));
}

fn ready_again() {
    for form in all("form[data-submitted]") {
        let _ = form.remove_attribute("data-submitted");
    }
    for button in all("button[data-idle]") {
        button.set_text_content(button.get_attribute("data-idle").as_deref());
        let _ = button.remove_attribute("aria-busy");
        let _ = button.remove_attribute("data-idle");
    }
}

fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}
