//! Statements that remove an account with all that is known of it.

use super::{StoreError, Transaction, UserRow, write};

impl Transaction {
    /// Removes a user, with the user's sessions, changes of address, events, known browsers and emails that wait. What
    /// proves the email address stays: it is the address's, and whoever has it may log in with it.
    pub async fn forget_user(&mut self, user: &UserRow) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "DELETE FROM magic_auth_events WHERE user_id = $1
          AND tenant = $2",
            user.id; tenant
        )?;
        write!(
            self,
            execute,
            "DELETE FROM magic_auth_events WHERE email = $1
          AND tenant = $2",
            &user.email; tenant
        )?;
        write!(
            self,
            execute,
            "DELETE FROM magic_auth_devices WHERE email = $1
          AND tenant = $2",
            &user.email; tenant
        )?;
        write!(
            self,
            execute,
            "DELETE FROM magic_auth_failed_codes WHERE email = $1
          AND tenant = $2",
            &user.email; tenant
        )?;
        write!(
            self,
            execute,
            "DELETE FROM magic_auth_outbox WHERE user_id = $1
          AND tenant = $2",
            user.id; tenant
        )?;
        write!(
            self,
            execute,
            "DELETE FROM magic_auth_users WHERE id = $1
          AND tenant = $2",
            user.id; tenant
        )?;
        Ok(())
    }
}
