//! The languages in which people are spoken to: which there are, what each says, and which one somebody reads.
//!
//! What is said stands in `locales/<tag>/*.ftl` (Project Fluent), once, and is compiled into the server. English is the
//! yardstick: another language has the same messages with the same variables, and what a host says differently has no
//! others. Messages are text, never HTML.

mod accepted;
mod checked;
mod dates;
mod language;
mod shipped;
mod text;

pub use checked::WordsFault;
pub(crate) use dates::utc;
pub use language::{Language, Piece};
pub(crate) use text::texts;
pub use text::{Fill, Text};

use std::sync::Arc;

texts! {
    UNKNOWN_BROWSER = "unknown-browser",
    BROWSER_ON_SYSTEM = "browser-on-system",
    MOMENT = "mail-moment",
    LOGGED_OUT_TRY_AGAIN = "logged-out-try-again",
    DID_NOT_WORK = "did-not-work",
}

#[cfg(test)]
pub(crate) use checked::keys_of_english;

/// What a host says in a language, in place of our words or in one that we do not have.
#[derive(Clone)]
pub struct OwnWords {
    /// The language, as a tag of BCP 47: `de`, `pt-BR`.
    pub tag: String,
    /// Where that stands, for whoever reads what is wrong with it.
    pub place: String,
    /// The messages, as Fluent.
    pub ftl: String,
}

/// All languages that there are. Clones share them.
#[derive(Clone)]
pub struct Languages(Arc<Inner>);

impl std::fmt::Debug for Languages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.all()).finish()
    }
}

struct Inner {
    all: Vec<Language>,
    default: Language,
}

impl Default for Languages {
    /// The shipped ones, and English for whoever asks for none of them.
    fn default() -> Self {
        Self(Arc::new(Inner { all: shipped::all().to_vec(), default: Language::english() }))
    }
}

impl Languages {
    /// Puts what a host says before what is shipped, and takes a default by its tag.
    ///
    /// # Errors
    /// [`WordsFault`] where a message or a variable is unknown, the words are no Fluent, or there is no such default.
    pub fn new(own: &[OwnWords], default: &str) -> Result<Self, WordsFault> {
        let mut all = shipped::all().to_vec();
        for OwnWords { tag, place, ftl } in own {
            let words = Arc::new(checked::words(tag, place, ftl)?);
            match all.iter_mut().find(|language| language.tag().eq_ignore_ascii_case(tag)) {
                Some(language) => *language = language.said_first(words),
                None => {
                    let nearest = parents(tag).find_map(|tag| find(&all, tag)).cloned();
                    all.push(Language::added(tag, words, nearest));
                }
            }
        }
        let default = find(&all, default).cloned().ok_or_else(|| WordsFault::no_such_default(&all))?;
        Ok(Self(Arc::new(Inner { all, default })))
    }

    /// Returns all of them, in the order in which people choose from them.
    pub fn all(&self) -> &[Language] {
        &self.0.all
    }

    /// Returns the one for whoever asks for none of them.
    pub fn default_language(&self) -> &Language {
        &self.0.default
    }

    /// Returns the one with this tag.
    pub fn find(&self, tag: &str) -> Option<&Language> {
        find(self.all(), tag)
    }

    /// Returns the one that answers to this range best (RFC 4647, 3.4: the range is cut from its end until one does).
    pub fn look_up(&self, range: &str) -> Option<&Language> {
        std::iter::once(range).chain(parents(range)).find_map(|range| {
            self.find(range).or_else(|| self.all().iter().find(|language| language.answers_to(range)))
        })
    }

    /// Returns the one that a header `Accept-Language` asks for; `None` where it asks for none of these.
    pub fn accepted(&self, header: &str) -> Option<&Language> {
        accepted::most_wanted(header).find_map(|range| self.look_up(range))
    }
}

fn find<'a>(all: &'a [Language], tag: &str) -> Option<&'a Language> {
    all.iter().find(|language| language.tag().eq_ignore_ascii_case(tag))
}

/// Returns a tag cut from its end again and again: `zh-Hant-TW` becomes `zh-Hant`, then `zh`. What is left of a letter that
/// only announces something goes with it.
fn parents(tag: &str) -> impl Iterator<Item = &str> {
    fn shorter<'a>(tag: &&'a str) -> Option<&'a str> {
        let (left, _) = tag.rsplit_once('-')?;
        match left.rsplit_once('-') {
            Some((before, last)) if last.len() <= 1 => Some(before),
            _ => Some(left),
        }
    }
    std::iter::successors(shorter(&tag), shorter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(language: Option<&Language>) -> &str {
        language.map_or("none", Language::tag)
    }

    #[test]
    fn a_language_is_found_by_cutting_what_is_asked_for_from_its_end() {
        let languages = Languages::default();
        for (range, found) in [
            ("de", "de"),
            ("de-AT", "de"),
            ("DE-ch-1901", "de"),
            ("pt", "pt-BR"),
            ("pt-PT", "pt-BR"),
            ("pt-br", "pt-BR"),
            ("zh", "zh-Hans"),
            ("zh-CN", "zh-Hans"),
            ("zh-TW", "zh-Hant"),
            ("zh-HK", "zh-Hant"),
            ("zh-Hant-HK", "zh-Hant"),
            ("zh-Hans-SG", "zh-Hans"),
            ("iw", "he"),
            ("en-GB-x-own", "en"),
            ("fi", "none"),
            ("", "none"),
            ("-", "none"),
        ] {
            assert_eq!(tag(languages.look_up(range)), found, "{range}");
        }
    }

    #[test]
    fn the_header_is_read_by_weight_and_order() {
        let languages = Languages::default();
        for (header, found) in [
            ("de", "de"),
            ("fi, de;q=0.5, fr;q=0.8", "fr"),
            ("de;q=0, fr;q=0.1", "fr"),
            ("ja,en;q=0.9", "ja"),
            ("fi", "none"),
            ("*", "none"),
            ("", "none"),
            ("de;q=x, fr", "fr"),
            (";;;,,;q=1", "none"),
        ] {
            assert_eq!(tag(languages.accepted(header)), found, "{header}");
        }
    }

    #[test]
    fn a_host_says_some_things_differently_and_adds_a_language() {
        let own =
            |tag: &str, ftl: &str| OwnWords { tag: tag.to_owned(), place: "own.ftl".to_owned(), ftl: ftl.to_owned() };
        let words = [own("de", "log-in = Einloggen"), own("nb", "log-in = Logg inn"), own("de-AT", "log-out = Servus")];
        let languages = Languages::new(&words, "nb").unwrap();
        let say = |tag: &str, key| languages.find(tag).unwrap().say(Text::new(key), &[]);
        assert_eq!(say("de", "log-in"), "Einloggen");
        assert_eq!(say("de", "log-out"), "Abmelden");
        assert_eq!(say("nb", "log-in"), "Logg inn");
        assert_eq!(say("nb", "log-out"), "Log out", "what it lacks is said in English");
        assert_eq!(say("de-AT", "log-out"), "Servus");
        assert_eq!(say("de-AT", "log-in"), "Einloggen", "its nearest language has the word");
        assert_eq!(languages.default_language().tag(), "nb");
    }

    #[test]
    fn what_nobody_would_ever_see_is_told_in_one_line() {
        let fault = |tag: &str, ftl: &str, default: &str| {
            let own = OwnWords { tag: tag.to_owned(), place: "de/own.ftl".to_owned(), ftl: ftl.to_owned() };
            Languages::new(&[own], default).err().map(|fault| fault.to_string()).unwrap_or_default()
        };
        for (tag, ftl, default, said) in [
            ("de", "no-such = x", "en", "de/own.ftl: there is no message no-such"),
            ("de", "log-in-to = { $name }", "en", "de/own.ftl: the message log-in-to has no variable $name"),
            ("de", "log-in = { other }", "en", "de/own.ftl: the message log-in refers to another one"),
            ("de", "log-in", "en", "de/own.ftl is no Fluent: line 1"),
            ("d e", "log-in = x", "en", "\"d e\" is no language's tag"),
            ("de", "log-in = x", "fi", "is none of the languages that there are: en, de, "),
        ] {
            let fault = fault(tag, ftl, default);
            assert!(fault.contains(said) && !fault.contains('\n'), "{fault:?} for {ftl}");
        }
    }
}
