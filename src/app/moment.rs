//! Moments as people say them.

use super::texts::{CLOCK_UTC, DAY_AND_CLOCK, JUST_NOW, MINUTES_AGO, TODAY, TOMORROW, YESTERDAY, spoken};
use crate::{
    languages::{Language, utc},
    types::{Timestamp, Utc},
};
use leptos::prelude::*;
use std::time::Duration;

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
    view! {
        <time datetime=Utc::of(at).rfc_3339() title=utc(&spoken(), at) data-at=at.0.to_string() data-now=now.0.to_string()>
            {said_of(at, now)}
        </time>
    }
}

/// The same as text alone, for what only screen readers say.
pub(super) fn said_of(at: Timestamp, now: Timestamp) -> String {
    said(&spoken(), at, now)
}

/// How a day and a time are put together, for what says them in the browser.
pub(super) fn day_and_clock() -> String {
    spoken().say(DAY_AND_CLOCK, &[("day", &"{day}"), ("clock", &"{clock}")])
}

/// The moment in words, of the time `now`. What runs in the browser says the same in another zone:
/// `parts::local_times`.
fn said(language: &Language, at: Timestamp, now: Timestamp) -> String {
    let (ago, to_come) = (now.since(at), at.since(now));
    if at <= now && ago < MINUTE {
        return language.say(JUST_NOW, &[]);
    }
    if at <= now && ago < HOUR {
        return language.say(MINUTES_AGO, &[("minutes", &(ago.as_secs() / 60))]);
    }
    let (day, today) = (Utc::of(at), Utc::of(now));
    let clock = format!("{}:{:02}", day.hour, day.minute);
    let clock = language.say(CLOCK_UTC, &[("clock", &clock)]);
    if at > now && to_come < SOON {
        return clock;
    }
    language.say(DAY_AND_CLOCK, &[("day", &in_words(language, day, today)), ("clock", &clock)])
}

fn in_words(language: &Language, day: Utc, today: Utc) -> String {
    match day.days - today.days {
        -1 => language.say(YESTERDAY, &[]),
        0 => language.say(TODAY, &[]),
        1 => language.say(TOMORROW, &[]),
        _ if day.year == today.year => language.short_day(day),
        _ => language.short_day_of_year(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 22 November 2026, 14:05:00 UTC.
    const NOW: Timestamp = Timestamp(1_795_356_300_000);

    fn ago(minutes: u64) -> String {
        said(&Language::english(), NOW - MINUTE * u32::try_from(minutes).unwrap(), NOW)
    }

    fn to_come(minutes: u64) -> String {
        said(&Language::english(), NOW + MINUTE * u32::try_from(minutes).unwrap(), NOW)
    }

    #[test]
    fn what_has_happened_is_said_once_and_as_one_says_it() {
        assert_eq!(utc(&Language::english(), NOW), "22 November 2026, 14:05 UTC");
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
            assert_eq!(ago(minutes), words, "{minutes} minutes ago");
        }
        assert_eq!(said(&Language::english(), NOW - Duration::from_millis(59_999), NOW), "just now");
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
            assert_eq!(to_come(minutes), words, "in {minutes} minutes");
        }
        let morning = NOW - HOUR * 14;
        assert_eq!(said(&Language::english(), morning + HOUR * 13, morning), "today, 13:05 UTC");
    }

    #[test]
    fn a_moment_that_nobody_will_see_is_no_failure() {
        assert!(said(&Language::english(), Timestamp(i64::MAX), NOW).contains("UTC"));
        assert!(said(&Language::english(), Timestamp(i64::MIN), NOW).contains("UTC"));
    }
}
