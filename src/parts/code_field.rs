//! The field for a code.

use crate::digits;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The field's id, by which its island and its label find it.
const ID: &str = "code";

/// One field for the whole code. Without scripts it takes what is typed, in any script and with any spaces, for the
/// server to understand; with them it shows plain digits and submits its form as soon as all are there.
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
        let Some(field) = document().get_element_by_id(ID).and_then(|field| field.dyn_into::<HtmlInputElement>().ok())
        else {
            return;
        };
        if field.has_attribute("aria-invalid") {
            field.select();
        }
        let length: usize = field.get_attribute("data-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        let submitted = StoredValue::new(String::new());
        let typing = window_event_listener(ev::input, move |event| {
            let Some(field) = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            if field.id() != ID {
                return;
            }
            let Some(typed) = digits::normalise(&field.value()) else { return };
            if typed != field.value() {
                field.set_value(&typed);
            }
            if typed.len() == length
                && typed != submitted.get_value()
                && let Some(form) = field.form()
            {
                submitted.set_value(typed);
                let _ = form.request_submit();
            }
        });
        on_cleanup(move || typing.remove());
    });
}
