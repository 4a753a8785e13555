//! Statements that find out whether there is room to write.

use super::{StoreError, Transaction, write};
use uuid::Uuid;

impl Transaction {
    /// Writes something that takes room.
    pub async fn add_write_probe(&mut self, id: Uuid, filling: &[u8]) -> Result<(), StoreError> {
        write!(self, execute, "INSERT INTO magic_auth_write_probes (id, filling) VALUES ($1, $2)", id, filling)?;
        Ok(())
    }

    /// Removes what was written so, now or by a check that did not come to its end.
    pub async fn remove_write_probes(&mut self) -> Result<(), StoreError> {
        write!(self, execute, "DELETE FROM magic_auth_write_probes")?;
        Ok(())
    }
}
