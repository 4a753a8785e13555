//! The field for a code.

use crate::digits;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, InputEvent};

/// The field's id, by which its island and its label find it.
const ID: &str = "code";

/// One field for the whole code. Without scripts it takes what is typed, in any script and with any spaces, for the
/// server to understand; with them it shows plain digits and submits its form as soon as all are there. While an input
/// method composes neither happens.
#[component]
pub fn CodeField(
    /// How many digits a code has.
    length: usize,
    /// What was typed before, when it comes back with an error.
    value: String,
    /// Whether it comes back with an error; then its text is selected, to be typed over.
    invalid: bool,
) -> impl IntoView {
    view! {
        <input
            id=ID
            name="code"
            class="code"
            type="text"
            inputmode="numeric"
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck="false"
            enterkeyhint="go"
            maxlength="40"
            required
            autofocus
            value=value
            aria-invalid=invalid.then_some("true")
            aria-describedby=if invalid { "code-error code-hint" } else { "code-hint" }
            data-length=length.to_string()
        />
        <CodeFieldManners />
    }
}

/// Brings the field to life. It reads what it needs from the field itself: props would bring a JSON reader into the
/// browser, half as much again as all the rest.
#[island]
fn CodeFieldManners() -> impl IntoView {
    Effect::new(|| {
        let Some(field) = field() else { return };
        if field.has_attribute("aria-invalid") {
            field.select();
        }
        let code = Code {
            length: field.get_attribute("data-length").and_then(|length| length.parse().ok()).unwrap_or(0),
            composing: StoredValue::new(false),
            submitted: StoredValue::new(String::new()),
        };
        let listeners = [
            window_event_listener_untyped("input", move |event| code.typed(&event)),
            window_event_listener_untyped("compositionstart", move |event| {
                if is_ours(&event) {
                    code.composing.set_value(true);
                }
            }),
            window_event_listener_untyped("compositionend", move |event| {
                if is_ours(&event) {
                    code.composing.set_value(false);
                    // Browsers differ in what they still do to the field after this event.
                    set_timeout(move || code.settle(), Duration::ZERO);
                }
            }),
        ];
        on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
    });
}

/// What is known of the code in the field.
#[derive(Clone, Copy)]
struct Code {
    /// How many digits it has when it is whole.
    length: usize,
    /// Whether an input method is still at work on it. The field is its own until then: who rewrites it doubles what is
    /// typed, and what stands there may not be what is meant.
    composing: StoredValue<bool>,
    /// What was submitted last.
    submitted: StoredValue<String>,
}

impl Code {
    fn typed(self, event: &Event) {
        // A composition may have begun before this script was there.
        let composes = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
        if is_ours(event) && !composes {
            self.settle();
        }
    }

    /// Shows plain digits, and submits them once all are there.
    fn settle(self) {
        let Some(field) = field().filter(|_| !self.composing.get_value()) else { return };
        let Some(typed) = digits::normalise(&field.value()) else { return };
        if typed != field.value() {
            field.set_value(&typed);
        }
        if typed.len() == self.length
            && typed != self.submitted.get_value()
            && let Some(form) = field.form()
        {
            self.submitted.set_value(typed);
            let _ = form.request_submit();
        }
    }
}

fn field() -> Option<HtmlInputElement> {
    document().get_element_by_id(ID)?.dyn_into().ok()
}

fn is_ours(event: &Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).is_some_and(|field| field.id() == ID)
}
