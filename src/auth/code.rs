//! Codes: made, read as typed, hashed.

use super::{Random, secret::SECRET_BYTES};
use crate::digits;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use std::{
    sync::{Arc, Mutex, PoisonError},
    thread::available_parallelism,
};
use subtle::ConstantTimeEq;
use tokio::{sync::Semaphore, task::spawn_blocking};
use uuid::Uuid;

/// Longest typed text that is looked at: a code with a separator of three bytes around each of its digits.
const MOST_TYPED: usize = 128;

/// A code in plain text: no Debug, Display or Serialize.
pub struct Code(String);

impl Code {
    /// A new one of so many digits, each code equally likely.
    pub fn generate(random: &Random, length: usize) -> Self {
        let bound = 10_u64.saturating_pow(u32::try_from(length).unwrap_or(u32::MAX));
        Self(format!("{:0length$}", random.below(bound)))
    }

    /// What a person typed, in any script and with any spaces and dashes; none when it is not so many digits.
    pub fn parse(typed: &str, length: usize) -> Option<Self> {
        if typed.len() > MOST_TYPED {
            return None;
        }
        let digits = digits::normalise(typed)?;
        (digits.len() == length).then_some(Self(digits))
    }

    /// The code as the letter shows it, `123 456`: for the letter and for nothing else.
    pub fn reveal(&self) -> String {
        digits::grouped(&self.0)
    }
}

/// Argon2id of a code, keyed with a secret that is not stored.
pub struct HashedCode([u8; 32]);

impl HashedCode {
    /// The bytes that are stored.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Whether this is what was stored, in the same time either way.
    pub fn is(&self, stored: &[u8]) -> bool {
        self.0.ct_eq(stored).into()
    }
}

/// Hashes codes off the async threads, on all cores but one at a time.
#[derive(Clone)]
pub struct CodeHasher {
    params: Params,
    turns: Arc<Semaphore>,
    /// Argon2's working memory, kept from hash to hash: given back each time it would leave holes that no next one
    /// fits into, and the process would grow by tens of megabytes. At most one for each turn.
    memory: Arc<Mutex<Vec<Vec<Block>>>>,
}

/// A code could not be hashed: the machine is out of memory.
#[derive(Debug, thiserror::Error)]
#[error("a code could not be hashed: {0}")]
pub struct HashError(String);

impl CodeHasher {
    /// With this cost. Refuses what Argon2 refuses: less than 8 KiB, or no pass.
    pub fn new(memory_kib: u32, passes: u32) -> Result<Self, HashError> {
        let params = Params::new(memory_kib, passes, 1, Some(32)).map_err(|error| HashError(error.to_string()))?;
        // One core stays free for everybody else, where there is more than one.
        let cores = available_parallelism().map_or(1, usize::from);
        Ok(Self { params, turns: Arc::new(Semaphore::new((cores - 1).max(1))), memory: Arc::default() })
    }

    /// The code's hash, keyed with `key`. The salt need not be secret, only another one for each key.
    pub async fn hash(&self, code: &Code, key: [u8; SECRET_BYTES], salt: Uuid) -> Result<HashedCode, HashError> {
        let turn = self.turns.clone().acquire_owned().await.map_err(|error| HashError(error.to_string()))?;
        let (params, code, kept) = (self.params.clone(), code.0.clone(), self.memory.clone());
        let work = move || {
            let _turn = turn;
            let mut hash = [0; 32];
            let memory = kept.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let mut memory = memory.unwrap_or_else(|| vec![Block::default(); params.block_count()]);
            let hashed = Argon2::new_with_secret(&key, Algorithm::Argon2id, Version::V0x13, params)
                .and_then(|argon2| {
                    argon2.hash_password_into_with_memory(code.as_bytes(), salt.as_bytes(), &mut hash, &mut memory)
                })
                .map(|()| HashedCode(hash))
                .map_err(|error| HashError(error.to_string()));
            kept.lock().unwrap_or_else(PoisonError::into_inner).push(memory);
            hashed
        };
        spawn_blocking(work).await.map_err(|error| HashError(error.to_string()))?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_keep_their_leading_zeros() {
        let zeros = Random::from_fn(|bytes| bytes.fill(0));
        assert_eq!(Code::generate(&zeros, 6).0, "000000");
        assert_eq!(Code::generate(&zeros, 10).0.len(), 10);
    }

    #[test]
    fn codes_are_uniform() {
        let random = Random::system();
        let mut first = [0_u32; 10];
        for _ in 0..20_000 {
            first[usize::from(Code::generate(&random, 6).0.as_bytes()[0] - b'0')] += 1;
        }
        // Expected 2000 each, standard deviation 42; a miss of seven of them is no chance.
        assert!(first.iter().all(|count| (1_700..2_300).contains(count)), "{first:?}");
    }

    #[test]
    fn only_the_right_number_of_digits_is_a_code() {
        for bad in ["", " ", "12345", "1234567", "abcdef", "123456; DROP", &"1".repeat(1_000_000), &" ".repeat(200)] {
            assert!(Code::parse(bad, 6).is_none());
        }
        assert!(Code::parse("１２３-４５６", 6).is_some_and(|code| code.0 == "123456"));
    }

    #[tokio::test]
    async fn another_key_or_salt_gives_another_hash() {
        let hasher = CodeHasher::new(8, 1).unwrap();
        let code = Code("123456".to_owned());
        let (salt, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let hash = hasher.hash(&code, [1; 32], salt).await.unwrap();
        assert!(hasher.hash(&code, [1; 32], salt).await.unwrap().is(hash.as_bytes()));
        assert!(!hasher.hash(&code, [2; 32], salt).await.unwrap().is(hash.as_bytes()));
        assert!(!hasher.hash(&code, [1; 32], other).await.unwrap().is(hash.as_bytes()));
        assert!(!hash.is(b""));
    }
}
