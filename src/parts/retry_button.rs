//! A button that has to wait.

use leptos::prelude::*;

/// Submits its form. With scripts it counts down first, and cannot be pressed before; without them the page says when,
/// and the server refuses who comes early.
#[component]
pub(crate) fn RetryButton(
    /// Seconds until it is worth pressing.
    seconds: u64,
    /// What it says.
    words: &'static str,
    /// What it says while its form is on the way.
    busy: &'static str,
    /// How it looks.
    #[prop(default = "magic-auth-button")]
    class: &'static str,
) -> impl IntoView {
    view! {
        <button
            type="submit"
            class=class
            data-busy=busy
            data-magic-auth="countdown"
            data-seconds=seconds.to_string()
        >
            {words}
            <span data-left translate="no"></span>
        </button>
    }
}
