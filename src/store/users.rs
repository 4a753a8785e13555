//! Statements about users.

use super::{Reader, StoreError, Transaction, read, write};
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

    /// Moves a user to another address, unless somebody else has that or can still take it back. Answers 1 or 0.
    pub async fn move_user(&mut self, id: Uuid, email: &str, now: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE users SET email = $2
             WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM users WHERE email = $2 AND id <> $1)
               AND NOT EXISTS (SELECT 1 FROM email_changes
                               WHERE old_email = $2 AND user_id <> $1 AND confirmed_at IS NOT NULL
                                 AND cancelled_at IS NULL AND undo_ends_at > $3)",
            id,
            email,
            now,
        )
    }
}

impl Reader {
    /// The user with this id.
    pub async fn user(&mut self, id: Uuid) -> Result<Option<UserRow>, StoreError> {
        read!(self, fetch_optional, "SELECT id, email FROM users WHERE id = $1", id)
    }

    /// The user who has this address, if there is one.
    pub async fn user_with(&mut self, email: &str) -> Result<Option<UserRow>, StoreError> {
        read!(self, fetch_optional, "SELECT id, email FROM users WHERE email = $1", email)
    }
}
