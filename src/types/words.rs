//! Outcomes as words without free text: they travel through the query of a redirect, where anybody could write.

/// Makes an enum whose members have one stable word each, with `as_str` and `parse`.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $member:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $word)] $member,)* }

        impl $name {
            /// Lists every member, in order.
            pub const ALL: &'static [Self] = &[$(Self::$member,)*];

            /// Returns the stable word, as it stands in URLs, answers and the database.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$member => $word,)* }
            }

            /// Returns the member with this word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.as_str() == word)
            }
        }
    };
}

pub(crate) use words;
