//! The emails, in words of this service.

use leptos_magic_auth::{CodeEmail, CodePurpose, EmailText, Emails};

pub struct Words;

impl Emails for Words {
    fn code(&self, email: &CodeEmail) -> EmailText {
        match email.purpose {
            CodePurpose::LogIn => EmailText {
                subject: format!("Your key to {}", email.app),
                text: format!(
                    "Hello!\n\nYour key to {}:\n\n    {}\n\nor this link, in the same browser:\n\n{}\n",
                    email.app, email.code, email.link
                ),
                ..email.ours()
            },
            // The others say what they are about in words that have been looked at with care.
            _ => email.ours(),
        }
    }
}
