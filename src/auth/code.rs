//! Codes: made, read as typed, hashed.

use super::{Random, gate::Permit, secret::SECRET_BYTES};
use crate::{
    digits,
    store::{HASH_BYTES, HashedCode},
};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::task::spawn_blocking;
use uuid::Uuid;

/// Longest typed text that is looked at: a code with a separator of three bytes around each of its digits.
const MOST_TYPED: usize = 128;

/// A code in plain text: no Debug, Display or Serialize.
pub struct Code(String);

impl Code {
    /// Returns a new one of so many digits, each code equally likely.
    pub fn generate(random: &Random, length: usize) -> Self {
        let bound = 10_u64.saturating_pow(u32::try_from(length).unwrap_or(u32::MAX));
        Self(format!("{:0length$}", random.below(bound)))
    }

    /// Returns what a person typed, in any script and with any spaces and dashes; `None` when it is not so many digits.
    pub fn parse(typed: &str, length: usize) -> Option<Self> {
        if typed.len() > MOST_TYPED {
            return None;
        }
        let digits = digits::normalise(typed)?;
        (digits.len() == length).then_some(Self(digits))
    }

    /// Returns the code as the email shows it, `123 456`: for the email and for nothing else.
    pub fn reveal(&self) -> String {
        digits::grouped(&self.0)
    }
}

/// What a code's hash is keyed with, and its salt. The salt need not be secret, only another one for each key.
pub(super) type Keyed = ([u8; SECRET_BYTES], Uuid);

/// Hashes codes off the async threads.
#[derive(Clone)]
pub struct CodeHasher {
    params: Params,
    /// Argon2's working memory, kept from hash to hash: given back each time it would leave holes that no next one
    /// fits into, and the process would grow by tens of megabytes. As many as were ever hashed at a time.
    memory: Arc<Mutex<Vec<Vec<Block>>>>,
}

/// A code could not be hashed: the machine is out of memory.
#[derive(Debug, thiserror::Error)]
#[error("a code could not be hashed: {0}")]
pub struct HashError(String);

impl CodeHasher {
    /// With this cost. Refuses what Argon2 refuses: less than 8 KiB, or no pass.
    pub fn new(memory_kib: u32, passes: u32) -> Result<Self, HashError> {
        let params =
            Params::new(memory_kib, passes, 1, Some(HASH_BYTES)).map_err(|error| HashError(error.to_string()))?;
        Ok(Self { params, memory: Arc::default() })
    }

    /// Hashes a code once with each of these. The permit is held until that is done, also when the caller has given up.
    ///
    /// # Errors
    /// [`HashError`] when the machine is out of memory.
    pub(super) async fn hash<const N: usize>(
        &self,
        code: &Code,
        keyed: [Keyed; N],
        permit: Permit,
    ) -> Result<[HashedCode; N], HashError> {
        let (hasher, code) = (self.clone(), code.0.clone());
        let work = move || {
            let _permit = permit;
            let kept = || hasher.memory.lock().unwrap_or_else(PoisonError::into_inner);
            let memory = kept().pop();
            let mut memory = memory.unwrap_or_else(|| vec![Block::default(); hasher.params.block_count()]);
            let mut hashed = [[0; HASH_BYTES]; N];
            let done = hashed
                .iter_mut()
                .zip(&keyed)
                .try_for_each(|(hash, keyed)| hasher.fill(&code, keyed, hash, &mut memory));
            kept().push(memory);
            done.map(|()| hashed.map(HashedCode::new))
        };
        let hashed = spawn_blocking(work).await.map_err(|error| HashError(error.to_string()))?;
        hashed.map_err(|error| HashError(error.to_string()))
    }

    fn fill(
        &self,
        code: &str,
        (key, salt): &Keyed,
        hash: &mut [u8; HASH_BYTES],
        memory: &mut [Block],
    ) -> argon2::Result<()> {
        let argon2 = Argon2::new_with_secret(key, Algorithm::Argon2id, Version::V0x13, self.params.clone())?;
        argon2.hash_password_into_with_memory(code.as_bytes(), salt.as_bytes(), hash, memory)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::{
        gate::Gate,
        line::{Bounds, Lane},
    };

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
        let permit = Gate::new(1, Bounds::none()).enter("", Lane::Ordinary).await.unwrap();
        let keyed = [([1; 32], salt), ([1; 32], salt), ([2; 32], salt), ([1; 32], other)];
        let [hash, same, other_key, other_salt] = hasher.hash(&code, keyed, permit).await.unwrap();
        assert!(same.is(&hash));
        assert!(!other_key.is(&hash));
        assert!(!other_salt.is(&hash));
    }
}
