//! A box in a form, ticked or not.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Whether a box was ticked. A browser sends the box's own value, which is `on` where its page names none, and nothing
/// at all for a box that is not ticked; a program writes what its language writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Checkbox {
    /// It was ticked.
    Ticked,
    /// It was not, or is not there.
    #[default]
    Empty,
}

impl Checkbox {
    /// Returns whether it was ticked.
    pub fn is_ticked(self) -> bool {
        self == Self::Ticked
    }

    /// Reads what a form says, or returns `None` when that is neither yes nor no.
    pub fn parse(text: &str) -> Option<Self> {
        let is_any = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
        match () {
            () if is_any(&["on", "true", "1", "yes", "checked", "y", "t"]) => Some(Self::Ticked),
            () if is_any(&["off", "false", "0", "no", "n", "f", ""]) => Some(Self::Empty),
            () => None,
        }
    }
}

impl Serialize for Checkbox {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(if self.is_ticked() { "true" } else { "false" })
    }
}

impl<'de> Deserialize<'de> for Checkbox {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl de::Visitor<'_> for Text {
            type Value = Checkbox;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("on, true, 1, off, false, 0 or nothing")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Checkbox, E> {
                Checkbox::parse(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
            }

            /// Returns what a field is that has a name and no `=`.
            fn visit_unit<E: de::Error>(self) -> Result<Checkbox, E> {
                Ok(Checkbox::Empty)
            }
        }

        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_say_yes_or_no_is_understood_and_nothing_else() {
        for yes in ["on", "true", "1", "ON", "True", "yes", "checked", "y", "T"] {
            assert_eq!(Checkbox::parse(yes), Some(Checkbox::Ticked), "{yes}");
        }
        for no in ["off", "false", "0", "", "OFF", "False", "no", "n", "F"] {
            assert_eq!(Checkbox::parse(no), Some(Checkbox::Empty), "{no}");
        }
        for neither in ["2", "maybe", "on ", "onon", "tru", "١", "\0", "-1"] {
            assert_eq!(Checkbox::parse(neither), None, "{neither}");
        }
    }
}
