//! The field for a code.

use super::start::listen;
use crate::digits;
use leptos::prelude::*;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, InputEvent};

/// One field for the whole code. Without scripts it takes what is typed, in any script and with any spaces, for the
/// server to understand; with them it shows plain digits and submits its form as soon as all are there. While an input
/// method composes neither happens.
#[component]
pub(crate) fn CodeField(
    /// How many digits a code has.
    length: usize,
    /// What was typed before, when it comes back with an error.
    value: String,
    /// Whether it comes back with an error; then its text is selected, to be typed over.
    invalid: bool,
) -> impl IntoView {
    view! {
        <input
            id="code"
            name="code"
            class="code"
            type="text"
            inputmode="numeric"
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck="false"
            enterkeyhint="go"
            maxlength="40"
            dir="ltr"
            required
            autofocus
            value=value
            aria-invalid=invalid.then_some("true")
            aria-describedby=if invalid { "code-error code-hint" } else { "code-hint" }
            data-magic-auth="code"
            data-length=length.to_string()
        />
    }
}

/// Brings the field to life. It reads what it needs from the field itself: data of its own would bring a JSON reader into
/// the browser, half as much again as all the rest.
pub(super) fn wake(field: Element) {
    let Ok(field) = field.dyn_into::<HtmlInputElement>() else { return };
    if field.has_attribute("aria-invalid") {
        field.select();
    }
    let length = field.get_attribute("data-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let code = Rc::new(Code { field, length, composing: Cell::new(false), submitted: RefCell::default() });
    let typing = code.clone();
    listen(&code.field, "input", move |event: Event| {
        // A composition may have begun before this script was there.
        if !event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing) {
            typing.settle();
        }
    });
    let begun = code.clone();
    listen(&code.field, "compositionstart", move |_: Event| begun.composing.set(true));
    let ended = code.clone();
    listen(&code.field, "compositionend", move |_: Event| {
        ended.composing.set(false);
        let code = ended.clone();
        // Browsers differ in what they still do to the field after this event.
        set_timeout(move || code.settle(), Duration::ZERO);
    });
}

/// What is known of the code in the field.
struct Code {
    field: HtmlInputElement,
    /// How many digits it has when it is whole.
    length: usize,
    /// Whether an input method is still at work on it. The field is its own until then: who rewrites it doubles what is
    /// typed, and what stands there may not be what is meant.
    composing: Cell<bool>,
    /// What was submitted last.
    submitted: RefCell<String>,
}

impl Code {
    /// Shows plain digits, and submits them once all are there.
    fn settle(&self) {
        if self.composing.get() {
            return;
        }
        let Some(typed) = digits::normalise(&self.field.value()) else { return };
        if typed != self.field.value() {
            self.field.set_value(&typed);
        }
        if typed.len() == self.length
            && typed != *self.submitted.borrow()
            && let Some(form) = self.field.form()
        {
            self.submitted.replace(typed);
            let _ = form.request_submit();
        }
    }
}
