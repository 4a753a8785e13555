//! How every page behaves once scripts run.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlFormElement, PageTransitionEvent, SubmitEvent};

/// Buttons show that work is going on and cannot be pressed twice; a page that comes back from the browser's memory is
/// ready again, or, where it showed something private, asks the server anew.
#[island]
pub fn PageManners(
    /// Whether the page shows something that only one person may see.
    private: bool,
) -> impl IntoView {
    Effect::new(move || {
        let submitting = window_event_listener(ev::submit, |event| on_submit(&event));
        let shown = window_event_listener_untyped("pageshow", move |event| {
            let from_memory = event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted);
            if from_memory && private {
                let _ = window().location().reload();
            } else if from_memory {
                ready_again();
            }
        });
        on_cleanup(move || {
            submitting.remove();
            shown.remove();
        });
    });
}

fn on_submit(event: &SubmitEvent) {
    let Some(form) = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok()) else { return };
    if form.has_attribute("data-submitted") {
        event.prevent_default();
        return;
    }
    let _ = form.set_attribute("data-submitted", "");
    let button =
        event.submitter().or_else(|| form.query_selector("button").ok().flatten().and_then(|b| b.dyn_into().ok()));
    if let Some(button) = button {
        show_busy(&button);
    }
}

/// Says what is going on, in the button's own place and width.
fn show_busy(button: &HtmlElement) {
    let Some(words) = button.get_attribute("data-busy") else { return };
    let width = format!("{}px", button.offset_width());
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
