//! What nodes tell each other that share a database.

use super::{Hashed, Reader, StoreError, read, row};
use crate::{ids::SessionId, types::EndReason};
use uuid::Uuid;

/// Which live pages are left to go their own way for a while when their session ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spared {
    /// The page that acts, by the id that it has made up for itself.
    Page(Uuid),
    /// The pages of this session: one of them acts, and which one is not known.
    PagesOf(SessionId),
}

/// Says that sessions of one user have ended. It names one of them, however many they were: their rows say the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionsEnded {
    /// One of them. The others are those of its user that ended at the same moment.
    pub one: SessionId,
    /// The pages that are left to go their own way for a while.
    pub spared: Option<Spared>,
}

/// What a node hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// What it has said to itself.
    Itself,
    /// Sessions have ended, here or on another node.
    SessionsEnded(SessionsEnded),
}

/// A session that has ended, as a node is told which has live pages of it.
#[derive(Clone, Debug)]
pub struct EndedTogetherRow {
    /// Its id.
    pub id: SessionId,
    /// SHA-256 of its token.
    pub token_hash: Hashed,
    /// Why it was ended.
    pub ended_because: EndReason,
}

row!(EndedTogetherRow { id, token_hash, ended_because });

impl Reader {
    /// Returns the sessions of a word.
    pub async fn sessions_ended(&mut self, ended: SessionsEnded) -> Result<Vec<EndedTogetherRow>, StoreError> {
        read!(
            self,
            fetch_all,
            "SELECT magic_auth_sessions.id, magic_auth_sessions.token_hash, magic_auth_sessions.ended_because
             FROM magic_auth_sessions AS one JOIN magic_auth_sessions
               ON magic_auth_sessions.user_id = one.user_id AND magic_auth_sessions.ended_at = one.ended_at
             WHERE one.id = $1",
            ended.one,
        )
    }
}

impl SessionsEnded {
    /// Returns it as it is sent: ids alone.
    pub(super) fn to_text(self) -> String {
        match self.spared {
            None => format!("{} ", self.one),
            Some(Spared::Page(page)) => format!("{} {page}", self.one),
            Some(Spared::PagesOf(session)) => format!("{} of {session}", self.one),
        }
    }

    /// Reads what was sent; `None` where it is of a version that says more than this one knows.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (one, spared) = text.split_once(' ')?;
        let spared = match spared.strip_prefix("of ") {
            Some(session) => Some(Spared::PagesOf(SessionId::parse(session)?)),
            None if spared.is_empty() => None,
            None => Some(Spared::Page(Uuid::try_parse(spared).ok()?)),
        };
        Some(Self { one: SessionId::parse(one)?, spared })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_small_and_comes_back_as_it_was() {
        let (one, page) = (SessionId::from(Uuid::from_u128(7)), Uuid::from_u128(u128::MAX));
        for spared in [None, Some(Spared::Page(page)), Some(Spared::PagesOf(one))] {
            let word = SessionsEnded { one, spared };
            assert_eq!(SessionsEnded::parse(&word.to_text()), Some(word));
            assert!(word.to_text().len() < 100);
        }
        for text in ["", " ", "x", "x y", &format!("{one}"), &format!("{one} x"), &format!("{one} of x")] {
            assert_eq!(SessionsEnded::parse(text), None, "{text}");
        }
    }
}
