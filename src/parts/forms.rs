//! How our forms behave once scripts run.

use super::start::{all, listen};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlFormElement, PageTransitionEvent, SubmitEvent};

/// The forms that are ours: every form of a page of ours, and on a host's page those of our parts.
const OURS: &str = "[data-magic-auth=page] form, form[data-magic-auth]";

/// A form whose answer has not come by then was stopped by its reader, and may be sent again.
const ANSWER_BY: Duration = Duration::from_secs(15);

/// Lets buttons show that work is going on and not be pressed twice, and makes a page that comes back from the browser's
/// memory ready again (a live page asks the server anew besides).
pub(super) fn wake() {
    listen(&window(), "submit", |event| on_submit(&event));
    listen(&window(), "pageshow", |event: PageTransitionEvent| {
        if event.persisted() {
            ready_again();
        }
    });
    listen(&window(), "online", |_: Event| {
        show_offline(false);
    });
}

/// Returns the form that is being sent, if it is one of ours.
pub(super) fn our_form(event: &SubmitEvent) -> Option<HtmlFormElement> {
    let form = event.target()?.dyn_into::<HtmlFormElement>().ok()?;
    form.matches(OURS).is_ok_and(|is_ours| is_ours).then_some(form)
}

/// Returns whether a form of ours is on its way: its answer leads on, and must not be cut off.
pub(super) fn one_is_on_its_way() -> bool {
    document().query_selector("form[data-submitted]").ok().flatten().is_some()
}

fn on_submit(event: &SubmitEvent) {
    // The form's own manners have found something that cannot be sent.
    if event.default_prevented() {
        return;
    }
    let Some(form) = our_form(event) else { return };
    if form.has_attribute("data-submitted") {
        event.prevent_default();
        return;
    }
    if !window().navigator().on_line() && show_offline(true) {
        event.prevent_default();
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

/// Says that the browser is offline, where the page has a message for it: a form that cannot be sent stays as it is then.
fn show_offline(offline: bool) -> bool {
    let Ok(Some(message)) = document().query_selector("[data-magic-auth=offline]") else { return false };
    let _ = if offline { message.remove_attribute("hidden") } else { message.set_attribute("hidden", "") };
    true
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
