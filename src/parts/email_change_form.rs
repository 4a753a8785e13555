//! The form that changes the mail address.

use super::sign::{Kind, Sign};
use crate::types::Paths;
use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, HtmlElement, HtmlInputElement};

/// The field's id, by which its island and its label find it.
const ID: &str = "new-email";
/// The id of what is wrong with it.
const ERROR: &str = "new-email-error";

/// Asks for a new mail address. Its server function logs out everywhere and sends this page on, to prove the new one.
/// Without scripts it is a plain form; with them it says at once when an address cannot be meant.
#[component]
pub fn EmailChangeForm(
    /// The address that the account has.
    current: String,
    /// What was typed before, when it comes back with an error.
    value: String,
    /// What is wrong with it, in words.
    error: Option<String>,
) -> impl IntoView {
    let invalid = error.is_some();
    view! {
        <form method="post" action=Paths::api("change_email") class="change-email" novalidate>
            <label for=ID>"New email address"</label>
            <input
                id=ID
                name="email"
                type="email"
                inputmode="email"
                autocomplete="email"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="send"
                maxlength="320"
                required
                autofocus=invalid
                value=value
                aria-invalid=invalid.then_some("true")
                aria-describedby="new-email-error new-email-hint"
                data-current=current
            />
            <p class="field-error" id=ERROR role="alert" hidden=!invalid>
                <Sign kind=Kind::Error />
                <span>{error}</span>
            </p>
            <p class="hint" id="new-email-hint">
                "We'll send it a code, and tell your present address. You will be logged out everywhere."
            </p>
            <button type="submit" class="button" data-busy="Changing…">"Change address"</button>
            <EmailChangeManners />
        </form>
    }
}

/// Brings the form to life: what is wrong with the address is a signal, set when the form is sent and cleared when it
/// is typed over.
#[island]
fn EmailChangeManners() -> impl IntoView {
    let wrong = RwSignal::new(None::<&'static str>);

    Effect::new(move || {
        let Some(field) = field() else { return };
        let Some(form) = field.form() else { return };
        // On the form itself, so that it is asked before the page shows that something is on its way.
        let sending = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let fault = fault();
            if fault.is_some() {
                event.prevent_default();
            }
            wrong.set(fault);
        });
        let _ = form.add_event_listener_with_callback("submit", sending.as_ref().unchecked_ref());
        sending.forget();
        let typing = window_event_listener(ev::input, move |event| {
            if event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok()).is_some_and(|f| f.id() == ID)
            {
                wrong.set(None);
                show(None);
            }
        });
        on_cleanup(move || typing.remove());
    });

    Effect::new(move || {
        if let Some(fault) = wrong.get() {
            show(Some(fault));
        }
    });
}

fn field() -> Option<HtmlInputElement> {
    document().get_element_by_id(ID)?.dyn_into().ok()
}

/// Why what was typed cannot be the new address. The server has the last word.
fn fault() -> Option<&'static str> {
    let field = field()?;
    // ASCII alone: tables of all letters would be a tenth of what the page loads.
    let typed = field.value().trim_matches(' ').to_ascii_lowercase();
    if typed.is_empty() {
        Some("Type your new email address.")
    } else if Some(typed) == field.get_attribute("data-current") {
        Some("That is your address already. Type the new one.")
    } else {
        None
    }
}

fn show(fault: Option<&'static str>) {
    let (Some(field), Some(message)) = (field(), document().get_element_by_id(ERROR)) else { return };
    match fault {
        Some(fault) => {
            if let Ok(Some(words)) = message.query_selector("span") {
                words.set_text_content(Some(fault));
            }
            let _ = message.remove_attribute("hidden");
            let _ = field.set_attribute("aria-invalid", "true");
            let _ = field.unchecked_ref::<HtmlElement>().focus();
        }
        None => {
            let _ = message.set_attribute("hidden", "");
            let _ = field.remove_attribute("aria-invalid");
        }
    }
}
