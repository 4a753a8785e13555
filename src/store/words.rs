//! What nodes tell each other that share a database.

use super::{Reader, StoreError, read, row};
use uuid::Uuid;

/// Says that sessions of one user have ended. It names one of them, however many they were: their rows say the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionsEnded {
    /// One of them. The others are those of its user that ended at the same moment.
    pub one: Uuid,
    /// The page that acts, if it is left to go its own way for a while.
    pub spared: Option<Uuid>,
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
    /// SHA-256 of its token.
    pub token_hash: Vec<u8>,
    /// Why it was ended, in a word.
    pub ended_because: Option<String>,
}

row!(EndedTogetherRow { token_hash, ended_because });

impl Reader {
    /// Returns the sessions of a word.
    pub async fn sessions_ended(&mut self, ended: SessionsEnded) -> Result<Vec<EndedTogetherRow>, StoreError> {
        read!(
            self,
            fetch_all,
            "SELECT sessions.token_hash, sessions.ended_because
             FROM sessions AS one JOIN sessions
               ON sessions.user_id = one.user_id AND sessions.ended_at = one.ended_at
             WHERE one.id = $1",
            ended.one,
        )
    }
}

impl SessionsEnded {
    /// Returns it as it is sent: ids alone.
    pub(super) fn to_text(self) -> String {
        let spared = self.spared.map(|page| page.to_string()).unwrap_or_default();
        format!("{} {spared}", self.one)
    }

    /// Reads what was sent; `None` where it is of a version that says more than this one knows.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (one, spared) = text.split_once(' ')?;
        let spared = if spared.is_empty() { None } else { Some(Uuid::try_parse(spared).ok()?) };
        Some(Self { one: Uuid::try_parse(one).ok()?, spared })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_small_and_comes_back_as_it_was() {
        let [one, page] = [Uuid::from_u128(7), Uuid::from_u128(u128::MAX)];
        for spared in [None, Some(page)] {
            let word = SessionsEnded { one, spared };
            assert_eq!(SessionsEnded::parse(&word.to_text()), Some(word));
            assert!(word.to_text().len() < 100);
        }
        for text in ["", " ", "x", "x y", &format!("{one}"), &format!("{one} x")] {
            assert_eq!(SessionsEnded::parse(text), None, "{text}");
        }
    }
}
