//! One language: its tag, its direction, and what it says.

use super::{Fill, Text, shipped};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::{
    borrow::Cow,
    fmt,
    sync::{Arc, OnceLock},
};

/// Marks that keep a text of its own direction from disturbing what stands around it (Unicode: first strong isolate, and
/// pop directional isolate).
const ISOLATED: [char; 2] = ['\u{2068}', '\u{2069}'];

/// Stands for the first part of a sentence while it is put together; the next ones for the others. For private use, so no
/// language has it.
const FIRST_PART: u32 = 0xE000;

/// Scripts and languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 8] = ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur"];

/// Messages of one source, read when the first of them is said.
pub struct Words {
    tag: String,
    sources: Vec<Cow<'static, str>>,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl Words {
    pub(super) fn new(tag: &str, sources: Vec<Cow<'static, str>>) -> Self {
        Self { tag: tag.to_owned(), sources, bundle: OnceLock::new() }
    }

    /// Returns the messages. Where a source has a fault, what is whole of it counts: ours are tested, and a host's were
    /// checked when it started.
    pub(super) fn bundle(&self) -> &FluentBundle<FluentResource> {
        self.bundle.get_or_init(|| {
            let mut bundle = FluentBundle::new_concurrent(vec![self.tag.parse().unwrap_or_default()]);
            // Marks are put around values where they help, and left out of emails, whose links they would break.
            bundle.set_use_isolating(false);
            for source in &self.sources {
                let read = FluentResource::try_new(source.to_string());
                bundle.add_resource_overriding(read.unwrap_or_else(|(read, _)| read));
            }
            bundle
        })
    }
}

/// A language. Cheap to clone.
#[derive(Clone)]
pub struct Language(Arc<Inner>);

struct Inner {
    tag: String,
    /// Ranges by which it is asked for besides its tag.
    ranges: &'static [&'static str],
    /// What says it, the first that has the message: the host's words, ours, those of its nearest language, English.
    words: Vec<Arc<Words>>,
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Language").field(&self.tag()).finish()
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// What the language says.
    Said(String),
    /// The part with this position.
    Part(usize),
}

impl Language {
    /// Returns English, of which every other language is a translation.
    pub fn english() -> Self {
        shipped::all()[0].clone()
    }

    pub(super) fn shipped(tag: &str, ranges: &'static [&'static str], words: Vec<Arc<Words>>) -> Self {
        Self(Arc::new(Inner { tag: tag.to_owned(), ranges, words }))
    }

    /// Makes one that is not shipped. What it lacks is said in its nearest language.
    pub(super) fn added(tag: &str, own: Arc<Words>, nearest: Option<Self>) -> Self {
        let nearest = nearest.unwrap_or_else(Self::english);
        let words = std::iter::once(own).chain(nearest.0.words.iter().cloned()).collect();
        Self(Arc::new(Inner { tag: tag.to_owned(), ranges: &[], words }))
    }

    /// Returns the same where other words are said first.
    pub(super) fn said_first(&self, own: Arc<Words>) -> Self {
        let Inner { tag, ranges, words } = &*self.0;
        let words = std::iter::once(own).chain(words.iter().cloned()).collect();
        Self(Arc::new(Inner { tag: tag.clone(), ranges, words }))
    }

    /// Returns its tag, for the attribute `lang`.
    pub fn tag(&self) -> &str {
        &self.0.tag
    }

    /// Returns whether it answers to this range besides its tag.
    pub(super) fn answers_to(&self, range: &str) -> bool {
        self.0.ranges.iter().any(|own| own.eq_ignore_ascii_case(range))
    }

    /// Returns whether it is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        let language = self.tag().split('-').next().unwrap_or_default();
        RIGHT_TO_LEFT.iter().any(|own| own.eq_ignore_ascii_case(language))
    }

    /// Returns its direction, for the attribute `dir`.
    pub fn dir(&self) -> &'static str {
        if self.is_right_to_left() { "rtl" } else { "ltr" }
    }

    /// Says a text, with these values in it.
    pub fn say(&self, text: Text, values: &[(&str, &dyn Fill)]) -> String {
        self.formatted(text, arguments(values))
    }

    /// Says a text for a page: in a language that is written from right to left a value keeps its own direction.
    pub fn say_on_page(&self, text: Text, values: &[(&str, &dyn Fill)]) -> String {
        if !self.is_right_to_left() {
            return self.say(text, values);
        }
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            let isolated = match value.value() {
                FluentValue::String(value) => format!("{}{value}{}", ISOLATED[0], ISOLATED[1]).into(),
                value => value,
            };
            arguments.set(name.to_string(), isolated);
        }
        self.formatted(text, arguments)
    }

    /// Says a text in pieces, between which the parts with these names stand.
    pub fn pieces(&self, text: Text, values: &[(&str, &dyn Fill)], parts: &[&str]) -> Vec<Piece> {
        let mut arguments = arguments(values);
        for (name, mark) in parts.iter().zip(FIRST_PART..) {
            arguments.set(name.to_string(), char::from_u32(mark).map(String::from).unwrap_or_default());
        }
        let (mut pieces, mut said) = (Vec::new(), String::new());
        for c in self.formatted(text, arguments).chars() {
            let part = (c as u32).checked_sub(FIRST_PART).map(|part| part as usize).filter(|part| *part < parts.len());
            let Some(part) = part else {
                said.push(c);
                continue;
            };
            if !said.is_empty() {
                pieces.push(Piece::Said(std::mem::take(&mut said)));
            }
            pieces.push(Piece::Part(part));
        }
        pieces.extend((!said.is_empty()).then_some(Piece::Said(said)));
        pieces
    }

    fn formatted(&self, text: Text, arguments: FluentArgs<'_>) -> String {
        let found = self.0.words.iter().find_map(|words| {
            let bundle = words.bundle();
            Some((bundle, bundle.get_message(text.key())?.value()?))
        });
        let Some((bundle, pattern)) = found else { return String::new() };
        bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }
}

fn arguments<'a>(values: &'a [(&str, &dyn Fill)]) -> FluentArgs<'a> {
    let mut arguments = FluentArgs::new();
    for (name, value) in values {
        arguments.set(name.to_string(), value.value());
    }
    arguments
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        super::super::Languages::default().find(tag).unwrap().clone()
    }

    #[test]
    fn a_number_takes_the_form_that_its_language_has_for_it() {
        let left = Text::new("tries-left");
        for (tag, number, said) in [
            ("en", 1_i64, "1 try left."),
            ("en", 3, "3 tries left."),
            ("pl", 1, "Pozostała 1 próba."),
            ("pl", 2, "Pozostały 2 próby."),
            ("pl", 5, "Pozostało 5 prób."),
            ("ru", 21, "Осталась 21 попытка."),
            ("ru", 3, "Осталось 3 попытки."),
            ("ar", 1, "بقيت محاولة واحدة."),
            ("ar", 2, "بقيت محاولتان."),
            ("ar", 3, "بقيت 3 محاولات."),
            ("ja", 1, "あと 1 回試せます。"),
        ] {
            assert_eq!(language(tag).say(left, &[("left", &number)]), said);
        }
        let browsers = Text::new("in-browsers");
        assert!(language("ru").say(browsers, &[("count", &21_i64)]).starts_with("В 21 браузере."), "not one alone");
    }

    #[test]
    fn parts_stand_where_the_language_has_them_and_values_are_no_parts() {
        let pieces = language("en").pieces(Text::new("sent-to"), &[("minutes", &10_u64)], &["email", "until"]);
        let said = |text: &str| Piece::Said(text.to_owned());
        let works = ". They work for 10 minutes, until ";
        assert_eq!(
            pieces,
            [said("We sent a code and a link to "), Piece::Part(0), said(works), Piece::Part(1), said(".")]
        );
        let value = "{ $email }";
        assert_eq!(language("en").say(Text::new("log-in-to"), &[("app", &value)]), "Log in to { $email }");
    }

    #[test]
    fn on_a_page_from_right_to_left_a_value_keeps_its_direction_and_nowhere_else() {
        let (text, app) = (Text::new("log-in-to"), "Notes");
        assert_eq!(language("he").say_on_page(text, &[("app", &app)]), "כניסה אל \u{2068}Notes\u{2069}");
        assert_eq!(language("he").say(text, &[("app", &app)]), "כניסה אל Notes");
        assert_eq!(language("de").say_on_page(text, &[("app", &app)]), "Bei Notes anmelden");
    }
}
