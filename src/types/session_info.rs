//! What a page may know of the session that it is shown to.

use super::{EmailAddress, Timestamp};
use serde::{Deserialize, Serialize};

/// A session that was good when the request came in. Holds nothing secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionInfo {
    /// The session's id (UUIDv7, as text); not its token.
    pub id: String,
    /// The user's id (UUIDv7, as text).
    pub user_id: String,
    /// The user's address.
    pub email: EmailAddress,
    /// When the user logged in.
    pub logged_in_at: Timestamp,
    /// When the session ends at the latest.
    pub ends_at: Timestamp,
}
