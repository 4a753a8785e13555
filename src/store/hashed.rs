//! What is stored of secrets and codes: hashes, each of a type of its own, so that nothing else reaches their columns.

use std::fmt;
use subtle::ConstantTimeEq;

/// Bytes of a hash.
pub const HASH_BYTES: usize = 32;

/// SHA-256 of a secret, by which its row is found.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hashed([u8; HASH_BYTES]);

impl Hashed {
    /// Takes the hash of a secret.
    pub fn new(hash: [u8; HASH_BYTES]) -> Self {
        Self(hash)
    }

    /// Returns the bytes that are stored.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Returns the bytes as text, to be part of a key.
    pub fn hex(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl fmt::Debug for Hashed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hashed")
    }
}

/// Argon2id of a code, keyed with a secret that is not stored.
#[derive(Clone, Copy)]
pub struct HashedCode([u8; HASH_BYTES]);

impl HashedCode {
    /// Takes the hash of a code.
    pub fn new(hash: [u8; HASH_BYTES]) -> Self {
        Self(hash)
    }

    /// Returns the bytes that are stored.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Returns whether both are of the same code and key, in the same time either way.
    pub fn is(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl fmt::Debug for HashedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HashedCode")
    }
}
