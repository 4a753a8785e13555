//! Statements about users.

use super::{StoreError, Transaction, write};
use uuid::Uuid;

/// A user as stored.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct UserRow {
    /// The user's id.
    pub id: Uuid,
    /// The user's address.
    pub email: String,
}

impl Transaction {
    /// The user of this address, made with this id when there is none yet.
    pub async fn user_of(&mut self, email: &str, new_id: Uuid, now: i64) -> Result<UserRow, StoreError> {
        write!(
            self,
            fetch_one,
            "INSERT INTO users (id, email, created_at) VALUES ($1, $2, $3)
             ON CONFLICT (email) DO UPDATE SET email = excluded.email
             RETURNING id, email",
            new_id,
            email,
            now,
        )
    }
}
