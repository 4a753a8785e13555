//! Statements about changes of email address, and their undoing, that a host has not answered yet.

use super::{Reader, StoreError, Transaction, read, row, write};
use crate::{
    ids::{ChangeId, UserId},
    types::{AccountId, EmailAddress, TenantId, Timestamp},
};

/// What was begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveKind {
    /// To the new address.
    Change,
    /// Back to the old one.
    Undo,
}

impl MoveKind {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Undo => "undo",
        }
    }

    pub(super) fn parse(word: &str) -> Option<Self> {
        [Self::Change, Self::Undo].into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A change of email address, or its undoing, that was begun and not answered, with what it is about.
#[derive(Clone, Debug)]
pub struct AccountMoveRow {
    /// The tenant to which the account belongs.
    pub tenant: TenantId,
    /// Whose it is.
    pub user_id: UserId,
    /// The change.
    pub change_id: ChangeId,
    /// What was begun.
    pub kind: MoveKind,
    /// Until when nobody else asks the host.
    pub asked_until: Timestamp,
    /// The browser that did it, in its own words.
    pub user_agent: String,
    /// The client that did it.
    pub client: String,
    /// The account's id.
    pub account: AccountId,
    /// The email address that the account has here.
    pub email: EmailAddress,
    /// The email address that the change is from.
    pub old_email: EmailAddress,
    /// The email address that the change is to.
    pub new_email: EmailAddress,
}

row!(AccountMoveRow {
    tenant,
    user_id,
    change_id,
    kind,
    asked_until,
    user_agent,
    client,
    account,
    email,
    old_email,
    new_email
});

/// One about to be stored.
#[derive(Clone, Copy)]
pub struct NewAccountMove<'a> {
    /// Whose it is.
    pub user_id: UserId,
    /// The change.
    pub change_id: ChangeId,
    /// What is begun.
    pub kind: MoveKind,
    /// Until when nobody else asks the host.
    pub asked_until: Timestamp,
    /// The browser that does it, in its own words.
    pub user_agent: &'a str,
    /// The client that does it.
    pub client: &'a str,
}

impl Reader {
    /// Returns what this user has begun.
    pub async fn move_of(&mut self, user: UserId) -> Result<Option<AccountMoveRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT magic_auth_users.tenant, magic_auth_account_moves.user_id, change_id, kind, asked_until,
               user_agent, client, account, email, old_email,
                    new_email
             FROM magic_auth_account_moves JOIN magic_auth_users ON magic_auth_users.id = magic_auth_account_moves.user_id
             JOIN magic_auth_email_changes ON magic_auth_email_changes.id = change_id
             WHERE magic_auth_account_moves.user_id = $1 AND magic_auth_users.tenant = $2",
            user; tenant
        )
    }

    /// Returns one by which somebody comes to this email address or leaves it.
    pub async fn move_about(&mut self, email: &EmailAddress) -> Result<Option<AccountMoveRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT magic_auth_users.tenant, magic_auth_account_moves.user_id, change_id, kind, asked_until,
               user_agent, client, account, email, old_email,
                    new_email
             FROM magic_auth_account_moves JOIN magic_auth_users ON magic_auth_users.id = magic_auth_account_moves.user_id
             JOIN magic_auth_email_changes ON magic_auth_email_changes.id = change_id
             WHERE (old_email = $1 OR new_email = $1 OR email = $1) AND magic_auth_users.tenant = $2
             LIMIT 1",
            email; tenant
        )
    }

    /// Returns some of those of which nobody asks the host just now.
    pub async fn moves_due(&mut self, now: Timestamp, most: i64) -> Result<Vec<AccountMoveRow>, StoreError> {
        read!(
            self,
            fetch_all,
            "SELECT magic_auth_users.tenant, magic_auth_account_moves.user_id, change_id, kind, asked_until,
               user_agent, client, account, email, old_email,
                    new_email
             FROM magic_auth_account_moves JOIN magic_auth_users ON magic_auth_users.id = magic_auth_account_moves.user_id
             JOIN magic_auth_email_changes ON magic_auth_email_changes.id = change_id
             WHERE asked_until <= $1 ORDER BY asked_until LIMIT $2",
            now,
            most,
        )
    }
}

impl Transaction {
    /// Stores what a user has begun, in place of what that user had begun before.
    pub async fn put_move(&mut self, new: NewAccountMove<'_>) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "INSERT INTO magic_auth_account_moves (user_id, change_id, kind, asked_until, user_agent, client)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (user_id) DO UPDATE
             SET change_id = excluded.change_id, kind = excluded.kind, asked_until = excluded.asked_until,
                 user_agent = excluded.user_agent, client = excluded.client",
            new.user_id,
            new.change_id,
            new.kind,
            new.asked_until,
            new.user_agent,
            new.client,
        )?;
        Ok(())
    }

    /// Says that this one asks the host until then. Answers 1, or 0 where somebody else does or it is answered.
    pub async fn claim_move(
        &mut self,
        row: &AccountMoveRow,
        until: Timestamp,
        now: Timestamp,
    ) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE magic_auth_account_moves SET asked_until = $4
             WHERE user_id = $1 AND change_id = $2 AND kind = $3 AND asked_until <= $5",
            row.user_id,
            row.change_id,
            row.kind,
            until,
            now,
        )
    }

    /// Lets others ask from this moment on, where this one's claim is still there.
    pub async fn release_move(
        &mut self,
        user: UserId,
        claimed_until: Timestamp,
        next: Timestamp,
    ) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "UPDATE magic_auth_account_moves SET asked_until = $3 WHERE user_id = $1 AND asked_until = $2",
            user,
            claimed_until,
            next,
        )?;
        Ok(())
    }

    /// Removes what the host has answered. Answers 1, or 0 where it was answered before or something else has taken its
    /// place.
    pub async fn remove_move(&mut self, row: &AccountMoveRow) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "DELETE FROM magic_auth_account_moves WHERE user_id = $1 AND change_id = $2 AND kind = $3",
            row.user_id,
            row.change_id,
            row.kind,
        )
    }
}
