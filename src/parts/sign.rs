//! Signs beside messages.

use leptos::prelude::*;

/// What kind of message it is: it decides colour, sign, and how screen readers announce it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Error,
    #[allow(dead_code, reason = "the browser's half only ever shows errors")]
    Notice,
}

/// A sign, so that the colour is not all that tells an error.
#[component]
pub(crate) fn Sign(kind: Kind) -> impl IntoView {
    let stroke = match kind {
        Kind::Error => "M10 5.5v5.5M10 14.2v.3",
        Kind::Notice => "M10 9v5.5M10 5.7v.3",
    };
    view! {
        <svg class="magic-auth-sign" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <circle cx="10" cy="10" r="8.5" fill="none" stroke="currentColor" stroke-width="1.7" />
            <path d=stroke fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
        </svg>
    }
}
