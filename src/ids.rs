//! Which row is meant. Each kind of thing has ids of a type of its own, so that none is taken for another.

use std::fmt;
use uuid::Uuid;

/// Makes types of ids. They are UUIDv7, so they sort by the time when they were made.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// Reads an id that came in as text, or returns `None` when the text is none.
            pub fn parse(text: &str) -> Option<Self> {
                Uuid::try_parse(text).ok().map(Self)
            }

            /// Returns the id without its kind.
            pub fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// Names a user.
    UserId,
    /// Names a session. It is no secret: that is the session's token.
    SessionId,
    /// Names a challenge; also the salt of its codes. It is no secret, and means nothing in another browser.
    ChallengeId,
    /// Names a change of email address.
    ChangeId,
    /// Names an email that is sent; also its Message-ID, and for a magic link the salt of the code that is typed with it.
    EmailId,
    /// Names a time during which what a host says of an account counts.
    EpochId,
    /// Names a line of the security log.
    EventId,
}
