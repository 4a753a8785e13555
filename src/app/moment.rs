//! Moments as people say them.

use super::words::{JUST_NOW, TODAY, TOMORROW, YESTERDAY, minutes_ago};
use crate::{mail::utc, types::Timestamp};
use leptos::prelude::*;
use std::time::Duration;
use time::{Date, OffsetDateTime, format_description::well_known::Rfc3339, macros::format_description};

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);
/// What comes sooner needs no day: nobody takes `0:05` for one that is past.
const SOON: Duration = Duration::from_secs(12 * 60 * 60);

/// The moment for which a page is made; every page has one in its context.
#[derive(Clone, Copy)]
pub(super) struct Now(pub(super) Timestamp);

/// A moment, said once: `just now`, `today, 2:54`, `12:24` where it is about to come. Here in UTC, and it says so; once
/// scripts run in the reader's own zone. Exactly it stands in the title.
#[component]
pub(super) fn Moment(at: Timestamp) -> impl IntoView {
    let now = use_context::<Now>().map_or(at, |now| now.0);
    let datetime = utc_time(at).and_then(|time| time.format(&Rfc3339).ok()).unwrap_or_default();
    view! {
        <time datetime=datetime title=utc(at) data-at=at.0.to_string() data-now=now.0.to_string()>
            {said_of(at, now)}
        </time>
    }
}

/// The same as text alone, for what only screen readers say.
pub(super) fn said_of(at: Timestamp, now: Timestamp) -> String {
    said(at, now).unwrap_or_else(|| utc(at))
}

fn utc_time(at: Timestamp) -> Option<OffsetDateTime> {
    OffsetDateTime::from_unix_timestamp(at.0.div_euclid(1000)).ok()
}

/// The moment in words, of the time `now`. What runs in the browser says the same in another zone:
/// `parts::local_times`.
fn said(at: Timestamp, now: Timestamp) -> Option<String> {
    let (ago, to_come) = (now.since(at), at.since(now));
    if at <= now && ago < MINUTE {
        return Some(JUST_NOW.to_owned());
    }
    if at <= now && ago < HOUR {
        return Some(minutes_ago(ago.as_secs() / 60));
    }
    let (time, today) = (utc_time(at)?, utc_time(now)?.date());
    let clock = time.format(format_description!("[hour padding:none]:[minute] UTC")).ok()?;
    if at > now && to_come < SOON {
        return Some(clock);
    }
    Some(format!("{}, {clock}", day(time.date(), today)?))
}

fn day(day: Date, today: Date) -> Option<String> {
    Some(match (day - today).whole_days() {
        -1 => YESTERDAY.to_owned(),
        0 => TODAY.to_owned(),
        1 => TOMORROW.to_owned(),
        _ if day.year() == today.year() => {
            day.format(format_description!("[day padding:none] [month repr:short]")).ok()?
        }
        _ => day.format(format_description!("[day padding:none] [month repr:short] [year]")).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 22 November 2026, 14:05:00 UTC.
    const NOW: Timestamp = Timestamp(1_795_356_300_000);

    fn ago(minutes: u64) -> Option<String> {
        said(NOW - MINUTE * u32::try_from(minutes).unwrap(), NOW)
    }

    fn to_come(minutes: u64) -> Option<String> {
        said(NOW + MINUTE * u32::try_from(minutes).unwrap(), NOW)
    }

    #[test]
    fn what_has_happened_is_said_once_and_as_one_says_it() {
        assert_eq!(utc(NOW), "22 November 2026, 14:05 UTC");
        for (minutes, words) in [
            (0, "just now"),
            (1, "1 minute ago"),
            (59, "59 minutes ago"),
            (60, "today, 13:05 UTC"),
            (11 * 60 + 11, "today, 2:54 UTC"),
            (14 * 60 + 5, "today, 0:00 UTC"),
            (14 * 60 + 6, "yesterday, 23:59 UTC"),
            (38 * 60 + 5, "yesterday, 0:00 UTC"),
            (38 * 60 + 6, "20 Nov, 23:59 UTC"),
            (366 * 24 * 60, "21 Nov 2025, 14:05 UTC"),
        ] {
            assert_eq!(ago(minutes).as_deref(), Some(words), "{minutes} minutes ago");
        }
        assert_eq!(said(NOW - Duration::from_millis(59_999), NOW).as_deref(), Some("just now"));
    }

    #[test]
    fn what_is_to_come_is_a_time_and_has_a_day_where_it_needs_one() {
        for (minutes, words) in [
            (10, "14:15 UTC"),
            (11 * 60 + 59, "2:04 UTC"),
            (12 * 60, "tomorrow, 2:05 UTC"),
            (7 * 24 * 60, "29 Nov, 14:05 UTC"),
            (60 * 24 * 60, "21 Jan 2027, 14:05 UTC"),
        ] {
            assert_eq!(to_come(minutes).as_deref(), Some(words), "in {minutes} minutes");
        }
        let morning = NOW - HOUR * 14;
        assert_eq!(said(morning + HOUR * 13, morning).as_deref(), Some("today, 13:05 UTC"));
    }

    #[test]
    fn a_moment_that_no_calendar_has_is_no_failure() {
        assert_eq!(said(Timestamp(i64::MAX), NOW), None);
        assert_eq!(said(Timestamp(i64::MIN), NOW), None);
    }
}
