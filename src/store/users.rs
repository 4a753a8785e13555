//! Statements about users.

use super::{Reader, StoreError, Transaction, old_email_is_kept_free, read, row, write};
use crate::{
    ids::{ChangeId, UserId},
    types::{AccountId, EmailAddress, Timestamp},
};

/// A user as stored.
#[derive(Clone, Debug)]
pub struct UserRow {
    /// The user's id.
    pub id: UserId,
    /// What the account is called: a host's own id of it, or else the user's id as text.
    pub account: AccountId,
    /// The user's address.
    pub email: EmailAddress,
    /// The tag of its language, as far as it is known.
    pub language: Option<String>,
}

row!(UserRow { id, account, email, language });

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
        language: Option<&str>,
        now: Timestamp,
    ) -> Result<Option<ProvedUser>, StoreError> {
        write!(
            self,
            fetch_optional,
            concat!(
                "INSERT INTO users (id, account, email, language, created_at)
                 SELECT $1, $4, $2, $5, $3
                 WHERE EXISTS (SELECT 1 FROM users WHERE email = $2)
                    OR NOT EXISTS (SELECT 1 FROM email_changes
                                   WHERE old_email = $2 AND ",
                old_email_is_kept_free!("$3"),
                ")
                 ON CONFLICT (email) DO UPDATE SET language = COALESCE(users.language, excluded.language)
                 RETURNING id, account, email, language,
                           (SELECT COUNT(*) FROM devices WHERE devices.email = $2) AS devices"
            ),
            new_id,
            email,
            now,
            new_id.to_string(),
            language,
        )
    }

    /// Returns the user of this account, who has this email address from now on and whose row is locked. Makes one with
    /// this id if there is none yet. Nobody else has the address any more, see [`take_email`](Self::take_email).
    pub async fn user_of_account(
        &mut self,
        account: &AccountId,
        email: &EmailAddress,
        new_id: UserId,
        language: Option<&str>,
        now: Timestamp,
    ) -> Result<ProvedUser, StoreError> {
        write!(
            self,
            fetch_one,
            "INSERT INTO users (id, account, email, created_at, language) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (account) DO UPDATE
             SET email = excluded.email, language = COALESCE(users.language, excluded.language)
             RETURNING id, account, email, language, (SELECT COUNT(*) FROM devices WHERE devices.email = $3) AS devices",
            new_id,
            account,
            email,
            now,
            language,
        )
    }

    /// Takes an email address from whoever has it here, unless that is this account: by what its host says the address is
    /// theirs no more. What they have instead until they log in again reaches nobody.
    pub async fn take_email(&mut self, email: &EmailAddress, but: &AccountId) -> Result<Option<UserRow>, StoreError> {
        let user: Option<UserRow> = write!(
            self,
            fetch_optional,
            "UPDATE users SET email = email WHERE email = $1 AND account <> $2 RETURNING id, account, email, language",
            email,
            but,
        )?;
        if let Some(user) = &user {
            self.set_email(user.id, &EmailAddress::checked(format!("{}@left.invalid", user.id))).await?;
        }
        Ok(user)
    }

    /// Gives a user this email address, which nobody else has.
    pub async fn set_email(&mut self, id: UserId, email: &EmailAddress) -> Result<(), StoreError> {
        write!(self, execute, "UPDATE users SET email = $2 WHERE id = $1", id, email)?;
        Ok(())
    }

    /// Returns the user of this account, whose row is locked from then on.
    pub async fn lock_account(&mut self, account: &AccountId) -> Result<Option<UserRow>, StoreError> {
        write!(
            self,
            fetch_optional,
            "UPDATE users SET email = email WHERE account = $1 RETURNING id, account, email, language", account,
        )
    }

    /// Returns the user with this id, whose row is locked from then on.
    pub async fn lock_user(&mut self, id: UserId) -> Result<Option<UserRow>, StoreError> {
        write!(
            self,
            fetch_optional,
            "UPDATE users SET email = email WHERE id = $1 RETURNING id, account, email, language", id
        )
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

    /// Keeps the language of a user.
    pub async fn set_language(&mut self, id: UserId, language: &str) -> Result<(), StoreError> {
        write!(self, execute, "UPDATE users SET language = $2 WHERE id = $1", id, language)?;
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
        read!(self, fetch_optional, "SELECT id, account, email, language FROM users WHERE id = $1", id)
    }

    /// The user who has this email address here.
    pub async fn user_with_email(&mut self, email: &EmailAddress) -> Result<Option<UserRow>, StoreError> {
        read!(self, fetch_optional, "SELECT id, account, email, language FROM users WHERE email = $1", email)
    }
}
