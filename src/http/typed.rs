//! What was typed into a form that comes back with an error, as a cookie brings it back: never as free text in an address.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// Longest text that comes back, in bytes.
const MOST_TYPED: usize = 512;

/// A text, and the field that it was typed into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The field.
    pub field: Field,
    /// The text.
    pub text: String,
}

/// A field whose text comes back with an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The email address.
    Email,
    /// The email address to change to.
    NewEmail,
    /// The code.
    Code,
}

impl Field {
    /// Returns what stands before its text.
    fn mark(self) -> &'static str {
        match self {
            Self::Email => "email:",
            Self::NewEmail => "new_email:",
            Self::Code => "code:",
        }
    }
}

impl Typed {
    /// Keeps a text; one that is too long does not come back.
    pub(super) fn new(field: Field, text: &str) -> Self {
        let text = if text.len() <= MOST_TYPED { text } else { "" };
        Self { field, text: text.to_owned() }
    }

    /// Reads a cookie's value.
    pub(super) fn parse(value: &str) -> Option<Self> {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(value).ok()?).ok()?;
        let fields = [Field::Email, Field::NewEmail, Field::Code];
        let field = fields.into_iter().find(|field| text.starts_with(field.mark()))?;
        let text = text.strip_prefix(field.mark())?.to_owned();
        (text.len() <= MOST_TYPED).then_some(Self { field, text })
    }

    /// Writes it as a cookie's value.
    pub(super) fn reveal(&self) -> String {
        URL_SAFE_NO_PAD.encode([self.field.mark(), &self.text].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_typed_comes_back_as_it_was() {
        for text in ["ada@exämple.com; \"", "１２３", ""] {
            let typed = Typed::parse(&Typed::new(Field::Code, text).reveal());
            assert_eq!(typed, Some(Typed { field: Field::Code, text: text.to_owned() }));
        }
    }

    proptest! {
        #[test]
        fn what_was_typed_comes_back_or_is_left_out(text in "\\PC{0,300}") {
            let read = Typed::parse(&Typed::new(Field::NewEmail, &text).reveal()).unwrap();
            prop_assert_eq!(read.field, Field::NewEmail);
            prop_assert!(read.text == text || text.len() > MOST_TYPED && read.text.is_empty(), "{:?}", read);
        }
    }
}
