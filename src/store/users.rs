//! Statements about users.

use super::{Reader, StoreError, Transaction, read, row, write};
use uuid::Uuid;

/// A user as stored.
#[derive(Clone, Debug)]
pub struct UserRow {
    /// The user's id.
    pub id: Uuid,
    /// What the account is called: a host's own id of it, or else the user's id as text.
    pub account: String,
    /// The user's address.
    pub email: String,
}

row!(UserRow { id, account, email });

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
    pub async fn user_of(&mut self, email: &str, new_id: Uuid, now: i64) -> Result<Option<ProvedUser>, StoreError> {
        write!(
            self,
            fetch_optional,
            "INSERT INTO users (tenant, id, account, email, created_at)
             SELECT $5, $1, $4, $2, $3
             WHERE EXISTS (SELECT 1 FROM users WHERE email = $2 AND tenant = $5)
                OR NOT EXISTS (SELECT 1 FROM email_changes
                               WHERE old_email = $2 AND tenant = $5 AND confirmed_at IS NOT NULL AND cancelled_at IS NULL
                                 AND undo_ends_at > $3)
             ON CONFLICT (tenant, email) DO UPDATE SET email = excluded.email
             RETURNING id, account, email, (SELECT COUNT(*) FROM devices WHERE devices.email = $2 AND devices.tenant = $5) AS devices",
            new_id,
            email,
            now,
            new_id.to_string(),
            &*self.reader.tenant,
        )
    }

    /// Returns the user of this account, who has this email address from now on and whose row is locked. Makes one with
    /// this id if there is none yet. Nobody else has the address any more, see [`take_email`](Self::take_email).
    pub async fn user_of_account(
        &mut self,
        account: &str,
        email: &str,
        new_id: Uuid,
        now: i64,
    ) -> Result<ProvedUser, StoreError> {
        write!(
            self,
            fetch_one,
            "INSERT INTO users (tenant, id, account, email, created_at) VALUES ($5, $1, $2, $3, $4)
             ON CONFLICT (tenant, account) DO UPDATE SET email = excluded.email
             RETURNING id, account, email, (SELECT COUNT(*) FROM devices WHERE devices.email = $3 AND devices.tenant = $5) AS devices",
            new_id,
            account,
            email,
            now,
            &*self.reader.tenant,
        )
    }

    /// Takes an email address from whoever has it here, unless that is this account: by what its host says the address is
    /// theirs no more. What they have instead until they log in again reaches nobody.
    pub async fn take_email(&mut self, email: &str, but: &str) -> Result<Option<UserRow>, StoreError> {
        let user: Option<UserRow> = write!(
            self,
            fetch_optional,
            "UPDATE users SET email = email WHERE email = $1 AND tenant = $3 AND account <> $2 RETURNING id, account, email",
            email,
            but,
            &*self.reader.tenant,
        )?;
        if let Some(user) = &user {
            self.set_email(user.id, &format!("{}@left.invalid", user.id)).await?;
        }
        Ok(user)
    }

    /// Gives a user this email address, which nobody else has.
    pub async fn set_email(&mut self, id: Uuid, email: &str) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "UPDATE users SET email = $2 WHERE id = $1 AND tenant = $3", id, email, &*self.reader.tenant
        )?;
        Ok(())
    }

    /// Returns the user of this account, whose row is locked from then on.
    pub async fn lock_account(&mut self, account: &str) -> Result<Option<UserRow>, StoreError> {
        write!(
            self,
            fetch_optional,
            "UPDATE users SET email = email WHERE account = $1 AND tenant = $2 RETURNING id, account, email",
            account,
            &*self.reader.tenant,
        )
    }

    /// Returns the user with this id, whose row is locked from then on.
    pub async fn lock_user(&mut self, id: Uuid) -> Result<Option<UserRow>, StoreError> {
        write!(
            self,
            fetch_optional,
            "UPDATE users SET email = email WHERE id = $1 AND tenant = $2 RETURNING id, account, email",
            id,
            &*self.reader.tenant
        )
    }

    /// Locks the row of the user who has asked for this change of address.
    pub async fn lock_user_of_change(&mut self, change: Uuid) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "UPDATE users SET email = email WHERE tenant = $2 AND id = (SELECT user_id FROM email_changes WHERE email_changes.id = $1)",
            change,
            &*self.reader.tenant,
        )?;
        Ok(())
    }

    /// Removes a user who was made just now.
    pub async fn remove_user(&mut self, id: Uuid) -> Result<(), StoreError> {
        write!(self, execute, "DELETE FROM users WHERE id = $1 AND tenant = $2", id, &*self.reader.tenant)?;
        Ok(())
    }

    /// Moves a user to another address, unless somebody else has that or can still take it back. Answers 1 or 0.
    pub async fn move_user(&mut self, id: Uuid, email: &str, now: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE users SET email = $2
             WHERE id = $1 AND users.tenant = $4 AND NOT EXISTS (SELECT 1 FROM users WHERE email = $2 AND tenant = $4 AND id <> $1)
               AND NOT EXISTS (SELECT 1 FROM email_changes
                               WHERE old_email = $2 AND tenant = $4 AND user_id <> $1 AND confirmed_at IS NOT NULL
                                 AND cancelled_at IS NULL AND undo_ends_at > $3)",
            id,
            email,
            now,
            &*self.reader.tenant,
        )
    }
}

impl Reader {
    /// The user with this id.
    pub async fn user(&mut self, id: Uuid) -> Result<Option<UserRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, account, email FROM users WHERE id = $1 AND tenant = $2",
            id,
            &*self.tenant
        )
    }

    /// The user who has this email address here.
    pub async fn user_with_email(&mut self, email: &str) -> Result<Option<UserRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, account, email FROM users WHERE email = $1 AND tenant = $2",
            email,
            &*self.tenant
        )
    }
}
