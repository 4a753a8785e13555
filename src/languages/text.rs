//! What can be said, and what stands in it.

use fluent_bundle::FluentValue;

/// Something that can be said in each language, by the name of its message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(&'static str);

impl Text {
    /// Names a message. That each language has it is tested.
    pub const fn new(key: &'static str) -> Self {
        Self(key)
    }

    /// Returns its name.
    pub fn key(self) -> &'static str {
        self.0
    }
}

/// Gives each text a name for the code, and lists them all for the test that nothing is missing.
macro_rules! texts {
    ($($name:ident = $key:literal,)*) => {
        $(pub(crate) const $name: $crate::languages::Text = $crate::languages::Text::new($key);)*

        #[cfg(test)]
        pub(crate) const ALL: &[$crate::languages::Text] = &[$($name,)*];
    };
}

pub(crate) use texts;

/// Something that is put into a text.
pub trait Fill {
    /// Returns it as Fluent takes it: by a number a language chooses its form.
    fn value(&self) -> FluentValue<'_>;
}

impl Fill for String {
    fn value(&self) -> FluentValue<'_> {
        self.as_str().into()
    }
}

impl Fill for &str {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(*self)
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {
        $(impl Fill for $number {
            fn value(&self) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        })*
    };
}

numbers!(i64 u16 u32 u64 usize);
