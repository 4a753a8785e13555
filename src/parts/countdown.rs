//! A button that has to wait.

use super::start::every;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlButtonElement};

/// Counts down on a button and keeps it shut until then. It writes into an element that is empty: a browser that
/// translates the page puts elements around every text.
pub(super) fn wake(button: Element) {
    let seconds = button.get_attribute("data-seconds").and_then(|seconds| seconds.parse().ok()).unwrap_or(0_u32);
    if seconds == 0 {
        return;
    }
    let left = RwSignal::new(seconds);
    // By the clock, not by counting: a sleeping phone's timers stand still.
    let until = js_sys::Date::now() + f64::from(seconds) * 1000.0;
    every(Duration::from_millis(500), move || {
        left.set(((until - js_sys::Date::now()) / 1000.0).ceil().max(0.0) as u32);
    });
    Effect::new(move || {
        let left = left.get();
        button.unchecked_ref::<HtmlButtonElement>().set_disabled(left > 0);
        if let Ok(Some(counted)) = button.query_selector("[data-left]") {
            let words = counted.get_attribute("data-left").unwrap_or_default().replace("{time}", &clock(left));
            counted.set_text_content(Some(&if left > 0 { format!(" {words}") } else { String::new() }));
        }
    });
}

/// `0:07`, `11:59`, `2:05:00`.
fn clock(seconds: u32) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_said_as_on_a_clock() {
        for (seconds, words) in [(7, "0:07"), (719, "11:59"), (3_599, "59:59"), (3_600, "1:00:00"), (7_500, "2:05:00")]
        {
            assert_eq!(clock(seconds), words);
        }
    }
}
