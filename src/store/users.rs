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
                "INSERT INTO magic_auth_users (tenant, id, account, email, created_at)
                 SELECT $5, $1, $4, $2, $3
                 WHERE EXISTS (SELECT 1 FROM magic_auth_users WHERE email = $2 AND tenant = $5)
                    OR NOT EXISTS (SELECT 1 FROM magic_auth_email_changes
                                   WHERE old_email = $2 AND tenant = $5 AND ",
                old_email_is_kept_free!("$3"),
                ")
                 ON CONFLICT (tenant, email) DO UPDATE SET email = excluded.email
                 RETURNING id, account, email, (SELECT COUNT(*) FROM magic_auth_devices
                   WHERE magic_auth_devices.email = $2 AND magic_auth_devices.tenant = $5) AS devices"
            ),
            new_id,
            email,
            now,
            new_id.to_string(); tenant
        )
    }

    /// Returns the user of this account, who has this email address from now on and whose row is locked. Makes one with
    /// this id if there is none yet. Nobody else has the address any more, see [`take_email`](Self::take_email).
    pub async fn user_of_account(
        &mut self,
        account: &AccountId,
        email: &EmailAddress,
        new_id: UserId,
        now: Timestamp,
    ) -> Result<ProvedUser, StoreError> {
        write!(
            self,
            fetch_one,
            "INSERT INTO magic_auth_users (tenant, id, account, email, created_at) VALUES ($5, $1, $2, $3, $4)
             ON CONFLICT (tenant, account) DO UPDATE SET email = excluded.email
             RETURNING id, account, email, (SELECT COUNT(*) FROM magic_auth_devices
               WHERE magic_auth_devices.email = $3 AND magic_auth_devices.tenant = $5) AS devices",
            new_id,
            account,
            email,
            now; tenant
        )
    }

    /// Takes an email address from whoever has it here, unless that is this account: by what its host says the address is
    /// theirs no more. What they have instead until they log in again reaches nobody.
    pub async fn take_email(&mut self, email: &EmailAddress, but: &AccountId) -> Result<Option<UserRow>, StoreError> {
        let user: Option<UserRow> = write!(
            self,
            fetch_optional,
            "UPDATE magic_auth_users SET email = email WHERE email = $1 AND tenant = $3
               AND account <> $2 RETURNING id, account, email",
            email,
            but; tenant
        )?;
        if let Some(user) = &user {
            self.set_email(user.id, &EmailAddress::checked(format!("{}@left.invalid", user.id))).await?;
        }
        Ok(user)
    }

    /// Gives a user this email address, which nobody else has.
    pub async fn set_email(&mut self, id: UserId, email: &EmailAddress) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "UPDATE magic_auth_users SET email = $2 WHERE id = $1
          AND tenant = $3",
            id,
            email; tenant
        )?;
        Ok(())
    }

    /// Returns the user of this account, whose row is locked from then on.
    pub async fn lock_account(&mut self, account: &AccountId) -> Result<Option<UserRow>, StoreError> {
        write!(
            self,
            fetch_optional,
            "UPDATE magic_auth_users SET email = email WHERE account = $1
               AND tenant = $2 RETURNING id, account, email",
            account; tenant
        )
    }

    /// Returns the user with this id, whose row is locked from then on.
    pub async fn lock_user(&mut self, id: UserId) -> Result<Option<UserRow>, StoreError> {
        write!(
            self,
            fetch_optional,
            "UPDATE magic_auth_users SET email = email WHERE id = $1
          AND tenant = $2 RETURNING id, account, email",
            id; tenant
        )
    }

    /// Locks the row of the user who has asked for this change of address.
    pub async fn lock_user_of_change(&mut self, change: ChangeId) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "UPDATE magic_auth_users SET email = email WHERE tenant = $2 AND id = (SELECT user_id
               FROM magic_auth_email_changes WHERE magic_auth_email_changes.id = $1)",
            change; tenant
        )?;
        Ok(())
    }

    /// Removes a user who was made just now.
    pub async fn remove_user(&mut self, id: UserId) -> Result<(), StoreError> {
        write!(self, execute, "DELETE FROM magic_auth_users WHERE id = $1 AND tenant = $2", id; tenant)?;
        Ok(())
    }

    /// Moves a user to another address, unless somebody else has that or can still undo having left it. Answers 1 or 0.
    pub async fn move_user(&mut self, id: UserId, email: &EmailAddress, now: Timestamp) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            concat!(
                "UPDATE magic_auth_users SET email = $2
                 WHERE id = $1 AND magic_auth_users.tenant = $4 AND NOT EXISTS (SELECT 1 FROM magic_auth_users
                   WHERE email = $2 AND tenant = $4 AND id <> $1)
                   AND NOT EXISTS (SELECT 1 FROM magic_auth_email_changes
                                   WHERE old_email = $2 AND tenant = $4 AND user_id <> $1 AND ",
                old_email_is_kept_free!("$3"),
                ")"
            ),
            id,
            email,
            now; tenant
        )
    }
}

impl Reader {
    /// The user with this id.
    pub async fn user(&mut self, id: UserId) -> Result<Option<UserRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, account, email FROM magic_auth_users WHERE id = $1
          AND tenant = $2",
            id; tenant
        )
    }

    /// The user of this account.
    pub async fn user_with_account(&mut self, account: &AccountId) -> Result<Option<UserRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, account, email FROM magic_auth_users WHERE account = $1 AND tenant = $2",
            account; tenant
        )
    }

    /// The user who has this email address here.
    pub async fn user_with_email(&mut self, email: &EmailAddress) -> Result<Option<UserRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, account, email FROM magic_auth_users WHERE email = $1
          AND tenant = $2",
            email; tenant
        )
    }
}
