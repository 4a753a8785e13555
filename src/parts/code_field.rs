//! The field for a code.

use crate::digits;
use leptos::{html, prelude::*};

/// One field for the whole code. Without scripts it takes what is typed, in any script and with any spaces, for the
/// server to understand; with them it shows plain digits and submits its form as soon as all are there.
#[island]
pub fn CodeField(
    /// How many digits a code has.
    length: usize,
    /// What was typed before, when it comes back with an error.
    value: String,
    /// Whether it comes back with an error; then its text is selected, to be typed over.
    invalid: bool,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let submitted = StoredValue::new(String::new());

    Effect::new(move || {
        let Some(field) = field.get().filter(|_| invalid) else { return };
        field.select();
    });

    let on_input = move |_| {
        let Some(field) = field.get() else { return };
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
    };

    view! {
        <input
            node_ref=field
            on:input=on_input
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
            required
            autofocus
            value=value
            aria-invalid=invalid.then_some("true")
            aria-describedby=if invalid { "code-error code-hint" } else { "code-hint" }
            data-length=length.to_string()
        />
    }
}
