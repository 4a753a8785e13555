//! The button that asks for another letter.

use leptos::prelude::*;
use std::time::Duration;

/// Asks for another letter. Until it is time it counts down; without scripts the server says how long it takes.
#[component]
pub fn ResendButton(
    /// Seconds until another letter may be asked for.
    seconds: u32,
) -> impl IntoView {
    view! {
        <span id="resend" data-seconds=seconds.to_string()>
            <Countdown />
        </span>
    }
}

/// The button itself.
#[island]
fn Countdown() -> impl IntoView {
    let left = RwSignal::new(0_u32);

    Effect::new(move || {
        let around = document().get_element_by_id("resend");
        let seconds = around.and_then(|around| around.get_attribute("data-seconds")?.parse().ok()).unwrap_or(0_u32);
        if seconds == 0 {
            return;
        }
        // By the clock, not by counting: a sleeping phone's timers stand still.
        let until = js_sys::Date::now() + f64::from(seconds) * 1000.0;
        left.set(seconds);
        let tick = move || left.set(((until - js_sys::Date::now()) / 1000.0).ceil().max(0.0) as u32);
        if let Ok(ticking) = set_interval_with_handle(tick, Duration::from_millis(500)) {
            on_cleanup(move || ticking.clear());
        }
    });

    let label = move || match left.get() {
        0 => "send it again".to_owned(),
        left => format!("send it again in {}:{:02}", left / 60, left % 60),
    };
    view! {
        <button type="submit" class="link-button" disabled=move || left.get() != 0 data-busy="Sending…">
            {label}
        </button>
    }
}
