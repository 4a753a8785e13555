//! The mailbox of development: the newest emails, in memory.

use super::EmailMessage;
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

/// Emails that are kept; older ones go.
const MOST_EMAILS: usize = 100;

/// A mailbox. Clones share their emails.
#[derive(Clone, Default)]
pub struct Mailbox(Arc<Mutex<VecDeque<EmailMessage>>>);

impl Mailbox {
    /// Puts an email on top.
    pub fn put(&self, message: EmailMessage) {
        let mut messages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        messages.push_front(message);
        messages.truncate(MOST_EMAILS);
    }

    /// Returns the emails, newest first.
    pub fn messages(&self) -> Vec<EmailMessage> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Timestamp;

    #[test]
    fn the_newest_emails_are_kept_newest_first() {
        let mailbox = Mailbox::default();
        for number in 0..MOST_EMAILS + 5 {
            let subject = number.to_string();
            mailbox.put(EmailMessage {
                id: uuid::Uuid::nil().into(),
                to: String::new(),
                subject,
                text: String::new(),
                html: String::new(),
                at: Timestamp(0),
            });
        }
        let messages = mailbox.messages();
        assert_eq!((messages.len(), messages[0].subject.as_str()), (MOST_EMAILS, "104"));
    }
}
