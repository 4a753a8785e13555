//! A button that has to wait.

use leptos::prelude::*;

/// Submits its form. With scripts it counts down first, and cannot be pressed before; without them the page says when,
/// and the server refuses who comes early.
#[component]
pub(crate) fn RetryButton(
    /// Seconds until it is worth pressing.
    seconds: u64,
    /// What it says.
    words: String,
    /// What it says while its form is on the way.
    busy: String,
    /// How it says when it can be pressed, with `{time}` where that stands.
    in_time: String,
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
            <span data-left=in_time translate="no"></span>
        </button>
    }
}
