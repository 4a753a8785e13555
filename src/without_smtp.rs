//! What stands in the place of `smtp` in a build without that feature: a mail server that is set is an error.

use crate::mail::{Carry, EhloName, EmailMessage, Outcome, Sender};
use std::{path::Path, pin::Pin, time::Duration};

/// A mail server, of which there is none.
pub(crate) enum Smtp {}

/// Says that there is none.
#[derive(Debug, thiserror::Error)]
#[error(
    "is set, and this build sends nothing by SMTP: add the feature `smtp` of leptos-magic-auth in Cargo.toml, or give \
     Builder::mailer a provider"
)]
pub(crate) struct SmtpError;

impl Smtp {
    /// Always refuses.
    ///
    /// # Errors
    /// The feature is missing.
    pub(crate) fn new(_: &str, _: Sender, _: Option<EhloName>, _: Duration) -> Result<Self, SmtpError> {
        Err(SmtpError)
    }

    /// Never happens: there is no mail server whose emails could be signed.
    ///
    /// # Errors
    /// None.
    pub(crate) fn signed(self, _: &Path, _: &str) -> Result<Self, SmtpError> {
        match self {}
    }

    /// Returns how long sending an email can take at the most: nothing is sent.
    pub(crate) fn longest(_: Duration) -> Duration {
        Duration::ZERO
    }
}

impl Carry for Smtp {
    fn carry(&self, _: EmailMessage) -> Pin<Box<dyn Future<Output = Outcome> + Send + '_>> {
        match *self {}
    }
}
