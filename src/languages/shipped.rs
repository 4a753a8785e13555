//! The languages that we bring along.

use super::{Language, language::Words};
use std::sync::{Arc, LazyLock};

/// Lists the folders of `locales`, each with the ranges by which its language is asked for besides its tag.
macro_rules! shipped {
    ($($tag:literal [$($range:literal),*],)*) => {
        /// The messages of each language, English first.
        static WORDS: LazyLock<Vec<(&str, &[&str], Arc<Words>)>> = LazyLock::new(|| vec![$((
            $tag,
            &[$($range),*] as &[&str],
            Arc::new(Words::new($tag, vec![
                include_str!(concat!("../../locales/", $tag, "/pages.ftl")).into(),
                include_str!(concat!("../../locales/", $tag, "/outcomes.ftl")).into(),
                include_str!(concat!("../../locales/", $tag, "/emails.ftl")).into(),
            ])),
        ),)*]);
    };
}

shipped! {
    "en" [],
    "de" [],
    "fr" [],
    "es" [],
    "pt-BR" ["pt"],
    "it" [],
    "nl" [],
    "pl" [],
    "tr" [],
    "uk" [],
    "ru" [],
    "ar" [],
    "he" ["iw"],
    "hi" [],
    "zh-Hans" ["zh"],
    "zh-Hant" ["zh-TW", "zh-HK", "zh-MO"],
    "ja" [],
    "ko" [],
}

static ALL: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let english = &WORDS[0].2;
    let language = |(tag, ranges, words): &(&str, &'static [&'static str], Arc<Words>)| {
        let words =
            if Arc::ptr_eq(words, english) { vec![words.clone()] } else { vec![words.clone(), english.clone()] };
        Language::shipped(tag, ranges, words)
    };
    WORDS.iter().map(language).collect()
});

/// Returns the files of English.
pub(super) fn english() -> [&'static str; 3] {
    [
        include_str!("../../locales/en/pages.ftl"),
        include_str!("../../locales/en/outcomes.ftl"),
        include_str!("../../locales/en/emails.ftl"),
    ]
}

/// Returns all of them, English first.
pub(super) fn all() -> &'static [Language] {
    &ALL
}

#[cfg(test)]
mod tests {
    use crate::languages::checked::{Message, messages};
    use std::{collections::BTreeMap, fs, path::Path};

    /// Returns the messages of all files of a folder of `locales`.
    fn of(tag: &str) -> BTreeMap<String, Message> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(tag);
        let files = fs::read_dir(folder).unwrap().map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
        files.flat_map(|ftl| messages(&ftl).unwrap_or_else(|line| panic!("{tag}: line {line}"))).collect()
    }

    fn tags() -> Vec<String> {
        let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")).unwrap();
        folders.map(|folder| folder.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn every_folder_is_shipped() {
        let (mut folders, mut shipped) =
            (tags(), super::all().iter().map(|language| language.tag().to_owned()).collect::<Vec<_>>());
        folders.sort();
        shipped.sort();
        assert_eq!(folders, shipped);
    }

    #[test]
    fn every_language_has_every_message_with_the_same_variables() {
        let english = of("en");
        for tag in tags() {
            let own = of(&tag);
            for (key, message) in &english {
                let translated = own.get(key).unwrap_or_else(|| panic!("{tag} has no {key}"));
                assert_eq!(translated.variables, message.variables, "{tag}: {key}");
                assert!(!translated.refers, "{tag}: {key} refers to another message");
            }
            assert!(own.keys().all(|key| english.contains_key(key)), "{tag} has a message too many");
        }
    }

    /// Messages that may be the same in two languages: names and signs.
    const ALIKE: [&str; 11] = [
        "language-name",
        "code",
        "clock-utc",
        "day-and-clock",
        "failure",
        "in-time",
        "mail-account",
        "mail-browser",
        "mail-moment",
        "mail-network",
        "mail-until-minutes",
    ];

    #[test]
    fn no_english_is_left() {
        let english = of("en");
        for tag in tags().into_iter().filter(|tag| tag != "en") {
            for (key, message) in of(&tag).into_iter().filter(|(key, _)| !ALIKE.contains(&key.as_str())) {
                let is_left =
                    message.said == english[&key].said && message.said.contains(|c: char| c.is_ascii_lowercase());
                assert!(!is_left, "{tag}: {key} is English");
            }
        }
    }

    #[test]
    fn every_form_that_a_language_has_for_numbers_is_said() {
        let values: Vec<_> = (0..=120_i64).collect();
        for language in super::all() {
            for (key, name) in [
                ("tries-left", "left"),
                ("minutes-ago", "minutes"),
                ("in-browsers", "count"),
                ("mail-until-days", "days"),
            ] {
                for value in &values {
                    let text = crate::languages::Text::new(key);
                    let said = language.say(text, &[(name, value), ("until", &"x")]);
                    assert!(!said.contains('{') && !said.is_empty(), "{}: {key} of {value}: {said}", language.tag());
                }
            }
        }
    }
}
