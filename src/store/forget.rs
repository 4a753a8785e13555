//! Statements that remove an account with all that is known of it.

use super::{StoreError, Transaction, UserRow, write};

impl Transaction {
    /// Removes a user, with the user's sessions, changes of address, events, known browsers and emails that wait. What
    /// proves the email address stays: it is the address's, and whoever has it may log in with it.
    pub async fn forget_user(&mut self, user: &UserRow) -> Result<(), StoreError> {
        write!(self, execute, "DELETE FROM events WHERE user_id = $1", user.id)?;
        write!(self, execute, "DELETE FROM events WHERE email = $1", &user.email)?;
        write!(self, execute, "DELETE FROM devices WHERE email = $1", &user.email)?;
        write!(self, execute, "DELETE FROM failed_codes WHERE email = $1", &user.email)?;
        write!(self, execute, "DELETE FROM outbox WHERE user_id = $1", user.id)?;
        write!(self, execute, "DELETE FROM users WHERE id = $1", user.id)?;
        Ok(())
    }
}
