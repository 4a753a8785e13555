//! Statements about users.

use super::{Reader, StoreError, Transaction, old_email_is_kept_free, read, row, write};
use crate::{
    ids::{ChangeId, UserId},
    types::{EmailAddress, Timestamp},
};

/// A user as stored.
#[derive(Clone, Debug)]
pub struct UserRow {
    /// The user's id.
    pub id: UserId,
    /// The user's address.
    pub email: EmailAddress,
}

row!(UserRow { id, email });

/// The user of an address that has proved itself.
#[derive(Clone, Debug)]
pub struct ProvedUser {
    /// The user.
    pub user: UserRow,
    /// Browsers that are known for the address.
    pub devices: i64,
}

row!(ProvedUser { devices }, user);

impl Transaction {
    /// Returns the user of this address, whose row is locked from then on. Makes one with this id if there is none yet;
    /// `None` if somebody has left the address lately, for whom it is kept free.
    pub async fn user_of(
        &mut self,
        email: &EmailAddress,
        new_id: UserId,
        now: Timestamp,
    ) -> Result<Option<ProvedUser>, StoreError> {
        write!(
            self,
            fetch_optional,
            concat!(
                "INSERT INTO users (id, email, created_at)
                 SELECT $1, $2, $3
                 WHERE EXISTS (SELECT 1 FROM users WHERE email = $2)
                    OR NOT EXISTS (SELECT 1 FROM email_changes
                                   WHERE old_email = $2 AND ",
                old_email_is_kept_free!("$3"),
                ")
                 ON CONFLICT (email) DO UPDATE SET email = excluded.email
                 RETURNING id, email, (SELECT COUNT(*) FROM devices WHERE devices.email = $2) AS devices"
            ),
            new_id,
            email,
            now,
        )
    }

    /// Returns the user with this id, whose row is locked from then on.
    pub async fn lock_user(&mut self, id: UserId) -> Result<Option<UserRow>, StoreError> {
        write!(self, fetch_optional, "UPDATE users SET email = email WHERE id = $1 RETURNING id, email", id)
    }

    /// Locks the row of the user who has asked for this change of address.
    pub async fn lock_user_of_change(&mut self, change: ChangeId) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "UPDATE users SET email = email WHERE id = (SELECT user_id FROM email_changes WHERE email_changes.id = $1)",
            change,
        )?;
        Ok(())
    }

    /// Removes a user who was made just now.
    pub async fn remove_user(&mut self, id: UserId) -> Result<(), StoreError> {
        write!(self, execute, "DELETE FROM users WHERE id = $1", id)?;
        Ok(())
    }

    /// Moves a user to another address, unless somebody else has that or can still undo having left it. Answers 1 or 0.
    pub async fn move_user(&mut self, id: UserId, email: &EmailAddress, now: Timestamp) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            concat!(
                "UPDATE users SET email = $2
                 WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM users WHERE email = $2 AND id <> $1)
                   AND NOT EXISTS (SELECT 1 FROM email_changes
                                   WHERE old_email = $2 AND user_id <> $1 AND ",
                old_email_is_kept_free!("$3"),
                ")"
            ),
            id,
            email,
            now,
        )
    }
}

impl Reader {
    /// The user with this id.
    pub async fn user(&mut self, id: UserId) -> Result<Option<UserRow>, StoreError> {
        read!(self, fetch_optional, "SELECT id, email FROM users WHERE id = $1", id)
    }
}
