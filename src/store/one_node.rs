//! One node on a database of its own: what several would do is done already.

use super::{Hashed, Heard, SessionsEnded, Store, StoreError, Transaction};
use crate::types::Timestamp;
use std::convert::Infallible;

/// The ear of a node that has nobody to hear. There is none.
pub struct Ear(Infallible);

/// By which a node would say something to itself.
pub struct Voice(Infallible);

impl Store {
    /// Returns whether other nodes may share the database.
    pub fn has_nodes(&self) -> bool {
        false
    }

    /// Begins to hear what others say: there are none.
    pub async fn listen(&self) -> Result<Option<Ear>, StoreError> {
        Ok(None)
    }

    /// Returns the time of the database where several nodes share it.
    pub async fn time(&self) -> Result<Option<Timestamp>, StoreError> {
        Ok(None)
    }
}

impl Voice {
    /// Says something to itself.
    pub async fn call(&self) -> Result<(), StoreError> {
        match self.0 {}
    }
}

impl Ear {
    /// Returns what it hears itself by.
    pub fn voice(&self) -> Voice {
        match self.0 {}
    }

    /// Begins to hear others too.
    pub async fn attend(&mut self) -> Result<(), StoreError> {
        match self.0 {}
    }

    /// Waits for a word.
    pub async fn hear(&mut self) -> Result<Option<Heard>, StoreError> {
        match self.0 {}
    }
}

impl Transaction {
    /// Tells all nodes, once this transaction has happened.
    pub async fn tell_nodes(&mut self, _: SessionsEnded) -> Result<(), StoreError> {
        Ok(())
    }

    /// Keeps others from beginning a challenge of the browser with this secret: there is one writer.
    pub async fn lock_browser(&mut self, _: Hashed) -> Result<(), StoreError> {
        Ok(())
    }

    /// Returns whether this is the one node that may remove what has ended.
    pub async fn try_to_prune(&mut self) -> Result<bool, StoreError> {
        Ok(true)
    }
}
