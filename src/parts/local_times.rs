//! Times in the zone and the manner of who reads them.

use super::start::{all, every};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsValue;
use web_sys::Element;

const MINUTE: f64 = 60_000.0;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;
/// What comes sooner needs no day.
const SOON: f64 = 12.0 * HOUR;
/// How often a page that stays open tells its times anew.
const AGAIN: Duration = Duration::from_secs(30);

/// Says every time of the page in the reader's zone, in place of the server's UTC, and keeps `just now` from growing old.
/// The page brings the server's own time along: a machine whose clock is wrong tells the same.
pub(super) fn wake(page: Element) {
    let Some(first) = times().into_iter().next() else { return };
    let Some(made_at) = number(&first, "data-now") else { return };
    let loaded_at = js_sys::Date::now();
    let manner = Manner::of_the_reader(&page);
    let show = move || {
        let now = made_at + (js_sys::Date::now() - loaded_at).max(0.0);
        for time in times() {
            let Some(at) = number(&time, "data-at") else { continue };
            let _ = time.set_attribute("title", &manner.exactly(at));
            if let Some(words) = manner.words(at, made_at, now) {
                time.set_text_content(Some(&words));
            }
        }
    };
    show();
    every(AGAIN, show);
}

/// Words are in the page's language, digits as the reader is used to.
struct Manner {
    page: String,
    reader: String,
    relative: js_sys::Intl::RelativeTimeFormat,
    /// How a day and a time are put together.
    day_and_clock: String,
}

impl Manner {
    fn of_the_reader(around: &Element) -> Self {
        let root = document().document_element();
        let page = root.and_then(|root| root.get_attribute("lang")).unwrap_or_else(|| "en".to_owned());
        let reader = window().navigator().language().unwrap_or_else(|| page.clone());
        // A variety of the page's language is that language: `en-GB` says 26 Nov where `en` says Nov 26.
        let page = if reader.starts_with(&page) { reader.clone() } else { page };
        let relative = js_sys::Intl::RelativeTimeFormat::new(
            &js_sys::Array::of1(&JsValue::from_str(&page)),
            &options(&[("numeric", "auto")]),
        );
        let day_and_clock = around.get_attribute("data-day-and-clock").unwrap_or_default();
        Self { page, reader, relative, day_and_clock }
    }

    /// What the server says in UTC, of the time `now`; none where its words stand as they are. What was to come when the
    /// page was made is never said to be past: `until 5 minutes ago` is no sentence.
    fn words(&self, at: f64, made_at: f64, now: f64) -> Option<String> {
        if at <= made_at && now - at < MINUTE {
            return None;
        }
        if at <= made_at && now - at < HOUR {
            return Some(self.relative.format(-((now - at) / MINUTE).floor(), "minute").into());
        }
        let (date, today) = (date(at), date(now));
        let clock =
            String::from(date.to_locale_time_string_with_options(&self.reader, &options(&[("timeStyle", "short")])));
        if at > made_at && at - made_at < SOON {
            return Some(clock);
        }
        let days = local_day(&date) - local_day(&today);
        let day: String = if days.abs() <= 1.0 {
            self.relative.format(days, "day").into()
        } else if date.get_full_year() == today.get_full_year() {
            date.to_locale_date_string(&self.page, &options(&[("day", "numeric"), ("month", "short")])).into()
        } else {
            let with_year = [("day", "numeric"), ("month", "short"), ("year", "numeric")];
            date.to_locale_date_string(&self.page, &options(&with_year)).into()
        };
        Some(self.day_and_clock.replace("{day}", &day).replace("{clock}", &clock))
    }

    /// The whole of it, with its zone.
    fn exactly(&self, at: f64) -> String {
        date(at).to_locale_string(&self.page, &options(&[("dateStyle", "long"), ("timeStyle", "long")])).into()
    }
}

fn date(at: f64) -> js_sys::Date {
    js_sys::Date::new(&JsValue::from_f64(at))
}

/// The number of its day in the reader's zone.
fn local_day(date: &js_sys::Date) -> f64 {
    ((date.get_time() - date.get_timezone_offset() * MINUTE) / DAY).floor()
}

fn options(options: &[(&str, &str)]) -> js_sys::Object {
    let object = js_sys::Object::new();
    for (name, value) in options {
        let _ = js_sys::Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    object
}

fn number(time: &Element, name: &str) -> Option<f64> {
    time.get_attribute(name)?.parse::<i64>().ok().map(|number| number as f64)
}

fn times() -> Vec<Element> {
    all("time[data-at]")
}
