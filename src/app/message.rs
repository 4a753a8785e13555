//! Messages and small things that several pages show.

use crate::{mail::utc, types::Timestamp};
use leptos::prelude::*;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// What kind of message it is: it decides colour, sign, and how screen readers announce it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Error,
    Notice,
}

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
        <p class="field-error" id=id role="alert">
            <Sign kind=Kind::Error />
            <span>{children()}</span>
        </p>
    }
}

/// A sign, so that the colour is not all that tells an error.
#[component]
pub(super) fn Sign(kind: Kind) -> impl IntoView {
    let stroke = match kind {
        Kind::Error => "M10 5.5v5.5M10 14.2v.3",
        Kind::Notice => "M10 9v5.5M10 5.7v.3",
    };
    view! {
        <svg class="sign" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <circle cx="10" cy="10" r="8.5" fill="none" stroke="currentColor" stroke-width="1.7" />
            <path d=stroke fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
        </svg>
    }
}

/// A moment, exactly: in UTC as written here, and once scripts run in the reader's own zone and language.
#[component]
pub(super) fn Moment(at: Timestamp) -> impl IntoView {
    let datetime = OffsetDateTime::from_unix_timestamp(at.0.div_euclid(1000))
        .ok()
        .and_then(|time| time.format(&Rfc3339).ok())
        .unwrap_or_default();
    view! { <time datetime=datetime data-at=at.0.to_string()>{utc(at)}</time> }
}

/// Keep me logged in.
#[component]
pub(super) fn KeepMe(checked: bool) -> impl IntoView {
    view! {
        <label class="check">
            <input type="checkbox" name="keep" value="true" checked=checked />
            <span>"Keep me logged in on this browser"</span>
        </label>
    }
}
