//! The button that asks for another letter.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlButtonElement;

/// The ids by which the island finds the button and what it counts down.
const ID: &str = "resend";
const LEFT: &str = "resend-left";

/// Asks for another letter. Until it is time it counts down; without scripts the server says how long it takes.
#[component]
pub fn ResendButton(
    /// Seconds until another letter may be asked for.
    seconds: u32,
) -> impl IntoView {
    view! {
        <button id=ID type="submit" class="link-button" data-busy="Sending…" data-seconds=seconds.to_string()>
            "Send it again"
            <span id=LEFT translate="no"></span>
        </button>
        <ResendManners />
    }
}

/// Brings the button to life. It has no text of its own: a browser that translates the page puts elements around every
/// text, and an island that looks for its own then ends in the middle of starting.
#[island]
fn ResendManners() -> impl IntoView {
    let left = RwSignal::new(0_u32);

    Effect::new(move || {
        let seconds = button().and_then(|button| button.get_attribute("data-seconds")?.parse().ok()).unwrap_or(0_u32);
        if seconds == 0 {
            return;
        }
        // By the clock, not by counting: a sleeping phone's timers stand still.
        let until = js_sys::Date::now() + f64::from(seconds) * 1000.0;
        let tick = move || left.set(((until - js_sys::Date::now()) / 1000.0).ceil().max(0.0) as u32);
        tick();
        if let Ok(ticking) = set_interval_with_handle(tick, Duration::from_millis(500)) {
            on_cleanup(move || ticking.clear());
        }
    });
    Effect::new(move || {
        let left = left.get();
        if let Some(button) = button() {
            button.set_disabled(left > 0);
        }
        if let Some(counted) = document().get_element_by_id(LEFT) {
            let words = if left > 0 { format!(" in {}:{:02}", left / 60, left % 60) } else { String::new() };
            counted.set_text_content(Some(&words));
        }
    });
}

fn button() -> Option<HtmlButtonElement> {
    document().get_element_by_id(ID)?.dyn_into().ok()
}
