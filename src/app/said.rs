//! What a page was told to say: a word of its address.

use crate::types::{AuthError, Notice};

/// What a page was told to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// That something did not work.
    Error(AuthError),
    /// That something happened.
    Notice(Notice),
}

impl Said {
    pub(super) fn error(said: Option<Self>) -> Option<AuthError> {
        match said {
            Some(Self::Error(error)) => Some(error),
            _ => None,
        }
    }

    pub(super) fn notice(said: Option<Self>) -> Option<Notice> {
        match said {
            Some(Self::Notice(notice)) => Some(notice),
            _ => None,
        }
    }
}

/// Returns what a word in the query stands for.
pub(super) fn said(word: &str) -> Option<Said> {
    AuthError::parse(word).map(Said::Error).or_else(|| Notice::parse(word).map(Said::Notice))
}
