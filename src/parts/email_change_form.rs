//! The form that changes the email address.

use super::{
    own_id,
    sign::{Kind, Sign},
    start::listen,
    texts::{self, say},
};
use crate::here;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

/// Asks for a new email address. Its server function logs out everywhere and sends this page on, to confirm the new one.
/// Without scripts it is a plain form; with them it says at once when an address cannot be meant. It is hidden where the
/// application has accounts of its own and does not change their email addresses.
///
/// ```
/// # use leptos::prelude::*;
/// use leptos_magic_auth::EmailChangeForm;
///
/// #[component]
/// fn Page() -> impl IntoView {
///     view! { <EmailChangeForm /> }
/// }
/// ```
#[component]
pub fn EmailChangeForm(
    /// What was typed before, when it comes back with an error.
    #[prop(optional)]
    value: String,
    /// What is wrong with it, in words.
    #[prop(default = None)]
    error: Option<String>,
) -> impl IntoView {
    super::start();
    let invalid = error.is_some();
    let visit = here::visit();
    let current = visit.session.map(|session| session.email);
    let (field, wrong, hint) = (own_id(), own_id(), own_id());
    view! {
        <form
            method="post"
            action=here::function("change_email")
            class="magic-auth-email-change"
            data-magic-auth="email-change"
            hidden=visit.email_stays.then_some(true)
            data-missing=say(texts::TYPE_NEW_ADDRESS)
            data-same=say(texts::THAT_IS_YOURS)
            data-magic-auth-texts=texts::all()
            novalidate
        >
            <label for=field.clone()>{say(texts::NEW_EMAIL_ADDRESS)}</label>
            <input
                id=field
                name="email"
                type="email"
                inputmode="email"
                autocomplete="email"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="send"
                maxlength="320"
                dir="ltr"
                required
                autofocus=invalid
                value=(!value.is_empty()).then_some(value)
                aria-invalid=invalid.then_some("true")
                aria-describedby=format!("{wrong} {hint}")
                data-current=current
            />
            <p class="magic-auth-error" id=wrong role="alert" hidden=!invalid>
                <Sign kind=Kind::Error />
                <span data-error>{error}</span>
            </p>
            <p class="magic-auth-hint" id=hint>
                {say(texts::WHAT_A_CHANGE_DOES)}
            </p>
            <button type="submit" class="magic-auth-button" data-busy=say(texts::CHANGING)>{say(texts::CHANGE_ADDRESS)}</button>
        </form>
    }
}

/// Brings the form to life: what is wrong with the address is a signal, set when the form is sent and cleared when it
/// is typed over.
pub(super) fn wake(form: Element) {
    let Ok(Some(field)) = form.query_selector("input[name=email]") else { return };
    let Ok(field) = field.dyn_into::<HtmlInputElement>() else { return };
    let fault = RwSignal::new(None::<String>);

    // On the form itself, so that it is asked before the page shows that something is on its way.
    let (typed, around) = (field.clone(), form.clone());
    listen(&form, "submit", move |event: Event| {
        let found = fault_of(&around, &typed);
        if found.is_some() {
            event.prevent_default();
        }
        fault.set(found);
    });
    let (typing, around) = (field.clone(), form.clone());
    listen(&field, "input", move |_: Event| {
        fault.set(None);
        show(&around, &typing, None);
    });
    Effect::new(move || {
        if let Some(fault) = fault.get() {
            show(&form, &field, Some(&fault));
        }
    });
}

/// Why what was typed cannot be the new address, in words that the form has brought along. The server has the last word.
fn fault_of(form: &Element, field: &HtmlInputElement) -> Option<String> {
    // ASCII alone: tables of all letters would be a tenth of what the page loads.
    let typed = field.value().trim_matches(' ').to_ascii_lowercase();
    if typed.is_empty() {
        form.get_attribute("data-missing")
    } else if Some(typed) == field.get_attribute("data-current") {
        form.get_attribute("data-same")
    } else {
        None
    }
}

fn show(form: &Element, field: &HtmlInputElement, fault: Option<&str>) {
    let Ok(Some(message)) = form.query_selector(".magic-auth-error") else { return };
    match fault {
        Some(fault) => {
            if let Ok(Some(words)) = message.query_selector("[data-error]") {
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
