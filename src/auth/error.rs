//! Why a verb did not do what it says.

use super::{Busy, HashError, Limited};
use crate::{store::StoreError, types::AuthError};

/// Why a verb did not do what it says.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// For a reason that the person is told.
    #[error("{0}")]
    Rejected(#[from] AuthError),
    /// A limit is used up.
    #[error("{} for {:?} more", .0.what, .0.wait)]
    Limited(Limited),
    /// The database failed. Nothing has happened.
    #[error("the database failed: {0}")]
    Store(#[from] StoreError),
    /// Too many wait already. Nothing has happened.
    #[error(transparent)]
    Busy(#[from] Busy),
    /// A code could not be hashed.
    #[error(transparent)]
    Hash(#[from] HashError),
    /// A host did not answer this question. Nothing was used up.
    #[error("the application's {0} did not answer")]
    Host(&'static str),
    /// What a host has said counts no more: it is asked again.
    #[error("the application's accounts have to be asked again")]
    AskAgain,
}
