//! Messages and small things that several pages show.

pub(super) use crate::parts::{Kind, Sign};

use super::texts;
use leptos::prelude::*;

/// A message above what it is about.
#[component]
pub(super) fn Message(kind: Kind, children: Children) -> impl IntoView {
    let (class, role) = match kind {
        Kind::Error => ("message error", "alert"),
        Kind::Notice => ("message notice", "status"),
    };
    view! {
        <div class=class role=role>
            <Sign kind />
            <p>{children()}</p>
        </div>
    }
}

/// What is wrong with a field, beneath it.
#[component]
pub(super) fn FieldError(
    /// The id that the field refers to.
    id: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <p class="magic-auth-error" id=id role="alert">
            <Sign kind=Kind::Error />
            <span>{children()}</span>
        </p>
    }
}

/// Keep me logged in.
#[component]
pub(super) fn KeepMe(checked: bool) -> impl IntoView {
    view! {
        <label class="check">
            <input type="checkbox" name="remember" value="true" checked=checked />
            <span>{texts::KEEP_ME_LOGGED_IN}</span>
        </label>
    }
}
