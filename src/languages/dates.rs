//! Days as each language writes them (Unicode CLDR). The clock is one of 24 hours, which all of them know.

use super::Language;
use crate::types::{Timestamp, Utc};
use icu_calendar::{Date, Gregorian};
use icu_datetime::{
    DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter,
    fieldsets::{MD, YMD},
};
use icu_locale_core::Locale;

impl Language {
    /// Returns a day in full: `22 November 2026`.
    pub(crate) fn full_day(&self, day: Utc) -> String {
        date(day)
            .and_then(|date| {
                let formatter =
                    FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(self.manner(), YMD::long()).ok()?;
                Some(formatter.format(&date).to_string())
            })
            .unwrap_or_else(|| numeric(day))
    }

    /// Returns a day in short, with its year: `22 Nov 2026`.
    pub(crate) fn short_day_of_year(&self, day: Utc) -> String {
        date(day)
            .and_then(|date| {
                let formatter =
                    FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(self.manner(), YMD::medium()).ok()?;
                Some(formatter.format(&date).to_string())
            })
            .unwrap_or_else(|| numeric(day))
    }

    /// Returns a day in short, without its year: `22 Nov`.
    pub(crate) fn short_day(&self, day: Utc) -> String {
        date(day)
            .and_then(|date| {
                let formatter =
                    FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(self.manner(), MD::medium()).ok()?;
                Some(formatter.format(&date).to_string())
            })
            .unwrap_or_else(|| numeric(day))
    }

    /// Returns how days are written: English as in Britain, where the day stands first as in most of the world, and digits
    /// as a code has them.
    fn manner(&self) -> DateTimeFormatterPreferences {
        let tag = if self.tag() == "en" { "en-GB" } else { self.tag() };
        let locale = Locale::try_from_str(&format!("{tag}-u-nu-latn")).unwrap_or(Locale::UNKNOWN);
        locale.into()
    }
}

/// Returns a time in full, for emails and titles: `22 November 2026, 14:05 UTC`.
pub(crate) fn utc(language: &Language, at: Timestamp) -> String {
    let at = Utc::of(at);
    let clock = format!("{:02}:{:02}", at.hour, at.minute);
    language.say(super::MOMENT, &[("date", &language.full_day(at)), ("clock", &clock)])
}

fn date(day: Utc) -> Option<Date<Gregorian>> {
    let (year, month, day) = (day.year.try_into().ok()?, day.month.try_into().ok()?, day.day.try_into().ok()?);
    Date::try_new_gregorian(year, month, day).ok()
}

/// Returns a day that no calendar is asked for.
fn numeric(day: Utc) -> String {
    format!("{}-{:02}-{:02}", day.year, day.month, day.day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::Languages;

    #[test]
    fn days_are_written_as_people_of_the_language_write_them() {
        let day = Utc::of(Timestamp(1_795_356_300_000));
        for (tag, full, short) in [
            ("en", "22 November 2026", "22 Nov"),
            ("de", "22. November 2026", "22. Nov."),
            ("ru", "22 ноября 2026\u{202f}г.", "22 нояб."),
            ("pl", "22 listopada 2026", "22 lis"),
            ("ja", "2026年11月22日", "11月22日"),
            ("ar", "22 نوفمبر 2026", "22 نوفمبر"),
        ] {
            let languages = Languages::default();
            let language = languages.find(tag).unwrap();
            assert_eq!((language.full_day(day), language.short_day(day)), (full.to_owned(), short.to_owned()));
            assert!(language.short_day_of_year(day).contains("2026"), "{tag}");
        }
        assert_eq!(Language::english().short_day_of_year(day), "22 Nov 2026");
    }

    #[test]
    fn times_are_in_utc() {
        assert_eq!(utc(&Language::english(), Timestamp(1_795_356_300_000)), "22 November 2026, 14:05 UTC");
    }

    #[test]
    fn a_day_that_nobody_will_see_is_no_failure() {
        for at in [Timestamp(i64::MAX), Timestamp(i64::MIN)] {
            assert!(!Language::english().full_day(Utc::of(at)).is_empty());
        }
    }
}
