//! The mailbox of development: the newest letters, in memory.

use super::Letter;
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

/// Letters that are kept; older ones go.
const MOST_LETTERS: usize = 100;

/// A mailbox. Clones share their letters.
#[derive(Clone, Default)]
pub struct Mailbox(Arc<Mutex<VecDeque<Letter>>>);

impl Mailbox {
    /// Puts a letter on top.
    pub fn put(&self, letter: Letter) {
        let mut letters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        letters.push_front(letter);
        letters.truncate(MOST_LETTERS);
    }

    /// The letters, newest first.
    pub fn letters(&self) -> Vec<Letter> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Timestamp;

    #[test]
    fn the_newest_letters_are_kept_newest_first() {
        let mailbox = Mailbox::default();
        for number in 0..MOST_LETTERS + 5 {
            let subject = number.to_string();
            mailbox.put(Letter {
                id: uuid::Uuid::nil(),
                to: String::new(),
                subject,
                text: String::new(),
                html: String::new(),
                at: Timestamp(0),
            });
        }
        let letters = mailbox.letters();
        assert_eq!((letters.len(), letters[0].subject.as_str()), (MOST_LETTERS, "104"));
    }
}
