//! A button that has to wait.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlButtonElement;

/// The ids by which the island finds the button and what it counts down.
const ID: &str = "retry";
const LEFT: &str = "retry-left";

/// Submits its form. With scripts it counts down first, and cannot be pressed before; without them the page says when,
/// and the server refuses who comes early.
#[component]
pub fn RetryButton(
    /// Seconds until it is worth pressing.
    seconds: u64,
    /// What it says.
    words: &'static str,
    /// What it says while its form is on the way.
    busy: &'static str,
) -> impl IntoView {
    view! {
        <button
            id=ID
            type="submit"
            class="button"
            data-busy=busy
            data-seconds=seconds.to_string()
        >
            {words}
            <span id=LEFT translate="no"></span>
        </button>
        <RetryManners />
    }
}

/// Brings the button to life.
#[island]
fn RetryManners() -> impl IntoView {
    let left = RwSignal::new(0_u32);

    Effect::new(move || {
        let Some(seconds) = button().and_then(|button| button.get_attribute("data-seconds")?.parse::<u32>().ok())
        else {
            return;
        };
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
            counted.set_text_content(Some(&if left > 0 { format!(" in {}", clock(left)) } else { String::new() }));
        }
    });
}

fn button() -> Option<HtmlButtonElement> {
    document().get_element_by_id(ID)?.dyn_into().ok()
}

/// `0:07`, `11:59`, `2:05:00`.
fn clock(seconds: u32) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}
