//! The button that asks for another email.

use leptos::prelude::*;

/// Asks for another email. Until it is time it counts down; without scripts the server says how long it takes.
#[component]
pub(crate) fn ResendButton(
    /// Seconds until another email may be asked for.
    seconds: u32,
) -> impl IntoView {
    view! {
        <button
            type="submit"
            class="magic-auth-link"
            data-busy="Sending…"
            data-magic-auth="countdown"
            data-seconds=seconds.to_string()
        >
            "Send it again"
            <span data-left translate="no"></span>
        </button>
    }
}
