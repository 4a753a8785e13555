//! A moment as a calendar and a clock in UTC have it.

use super::Timestamp;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// A day of the Gregorian calendar and a time of day, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Utc {
    pub(crate) year: i64,
    /// From 1.
    pub(crate) month: i64,
    /// From 1.
    pub(crate) day: i64,
    pub(crate) hour: i64,
    pub(crate) minute: i64,
    pub(crate) second: i64,
    /// Days since 1 January 1970.
    pub(crate) days: i64,
    millisecond: i64,
}

impl Utc {
    /// Reads a moment. The days are counted from 1 March of the year 0, in eras of 400 years: so the leap day is the last of
    /// its year, and a month's first day follows from its number.
    pub(crate) fn of(at: Timestamp) -> Self {
        let (days, time) = (at.0.div_euclid(DAY), at.0.rem_euclid(DAY));
        let counted = days + 719_468;
        let (era, day_of_era) = (counted.div_euclid(146_097), counted.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        Self {
            year: 400 * era + year_of_era + i64::from(month <= 2),
            month,
            day: day_of_year - (153 * from_march + 2) / 5 + 1,
            hour: time / 3_600_000,
            minute: time / 60_000 % 60,
            second: time / 1_000 % 60,
            days,
            millisecond: time % 1_000,
        }
    }

    /// Writes the moment as RFC 3339 does: `2026-11-22T14:05:00Z`, with milliseconds where there are some.
    pub(crate) fn rfc_3339(self) -> String {
        let Self { year, month, day, hour, minute, second, millisecond, .. } = self;
        let fraction = if millisecond == 0 { String::new() } else { format!(".{millisecond:03}") };
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_where_other_calendars_have_them() {
        for (at, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00Z"),
            (1_709_164_800_000, "2024-02-29T00:00:00Z"),
            (1_795_356_300_000, "2026-11-22T14:05:00Z"),
            (4_107_542_399_050, "2100-02-28T23:59:59.050Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00Z"),
        ] {
            assert_eq!(Utc::of(Timestamp(at)).rfc_3339(), text);
        }
    }

    #[test]
    fn each_day_follows_the_one_before() {
        let of = |day: i64| Utc::of(Timestamp(day * DAY));
        for day in -200_000..200_000 {
            let (one, next) = (of(day), of(day + 1));
            let same_month = (next.year, next.month, next.day) == (one.year, one.month, one.day + 1);
            let next_month = next.day == 1 && (next.year * 12 + next.month) == one.year * 12 + one.month + 1;
            assert!(next.days == day + 1 && one.day <= 31 && (same_month || next_month && one.day >= 28), "{one:?}");
        }
    }
}
