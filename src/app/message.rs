//! Messages and small things that several pages show.

pub(super) use crate::parts::{Kind, Sign};

use crate::{mail::utc, types::Timestamp};
use leptos::prelude::*;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

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

/// A moment, exactly: in UTC as written here, and once scripts run in the reader's own zone and language.
#[component]
pub(super) fn Moment(at: Timestamp) -> impl IntoView {
    let datetime = OffsetDateTime::from_unix_timestamp(at.0.div_euclid(1000))
        .ok()
        .and_then(|time| time.format(&Rfc3339).ok())
        .unwrap_or_default();
    view! { <time datetime=datetime data-at=at.0.to_string()>{utc(at)}</time> }
}

/// How long ago, as one says it: `3 days ago`.
pub(super) fn ago(at: Timestamp, now: Timestamp) -> String {
    let seconds = now.since(at).as_secs();
    let (count, unit) = match seconds {
        ..60 => return "just now".to_owned(),
        60..3_600 => (seconds / 60, "minute"),
        3_600..86_400 => (seconds / 3_600, "hour"),
        _ => (seconds / 86_400, "day"),
    };
    if count == 1 { format!("1 {unit} ago") } else { format!("{count} {unit}s ago") }
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
