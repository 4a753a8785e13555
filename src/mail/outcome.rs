//! How sending an email ended.

use std::fmt;

/// How sending an email ended. Its reasons say what a mail server said, in one line for the log; never what the email
/// says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A mail server (or the mailbox) took it.
    Sent,
    /// A mail server answered that it does not take it: it will not arrive.
    Refused(Refusal, String),
    /// No mail server was ever given its content: it will not arrive.
    NotHandedOver(String),
    /// Its content was on its way when the answer failed to come: it may arrive, or not.
    Unknown(String),
}

/// Whether a mail server may think better of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A 4xx answer: the same email may be taken later.
    Temporary,
    /// A 5xx answer: trying again does not help.
    Permanent,
}

impl Outcome {
    /// Returns why it was not sent, or nothing known of it, in words that are partly a mail server's.
    pub fn reason(&self) -> &str {
        match self {
            Self::Sent => "",
            Self::Refused(_, reason) | Self::NotHandedOver(reason) | Self::Unknown(reason) => reason,
        }
    }
}

/// In our words alone.
impl fmt::Display for Outcome {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Sent => "an email was sent",
            Self::Refused(..) => "an email was refused",
            Self::NotHandedOver(_) => "an email was not sent",
            Self::Unknown(_) => "whether an email will arrive is not known",
        })
    }
}
