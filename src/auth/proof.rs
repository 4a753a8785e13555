//! A proven address, and what it leads to.

use super::{Auth, DeviceSecret, Error, Random, SessionToken, UndoToken, session::SessionInfo};
use crate::{
    store::{ChallengeRow, MagicLinkRow, Reader},
    types::{EmailAddress, Timestamp},
};
use std::time::Duration;

/// What a proven address leads to.
pub enum Proved {
    /// Somebody is logged in.
    LoggedIn(Box<LoggedIn>),
    /// An account has left the address by a change that can still be undone. Nobody is logged in or out; this is the way
    /// to undo it.
    LeadToUndo {
        /// For the browser's cookie.
        token: UndoToken,
    },
}

/// Somebody is logged in.
pub struct LoggedIn {
    /// The session that has begun.
    pub session: SessionInfo,
    /// For the browser's cookie.
    pub token: SessionToken,
    /// How long the cookie may stay; `None`: until the browser closes.
    pub keep_for: Option<Duration>,
    /// For the browser to keep for long, when it has none: it has emails of its own from now on.
    pub new_device: Option<DeviceSecret>,
    /// The page that met the log-in wall, already checked; `None` in another browser than the one that met it, unless the
    /// application itself leads there.
    pub return_to: Option<String>,
    /// The address that the user wanted to change to, before being asked to prove the present one again.
    pub goes_on_to: Option<EmailAddress>,
    /// Whether the account has moved to this address just now.
    pub moved: bool,
}

/// How an address was proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// By the code, in the browser that asked.
    Code,
    /// By the link, in the browser that asked.
    Link,
    /// By the link and its code, in another browser.
    LinkWithCode,
}

impl By {
    /// Returns the word for the log.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Link => "link",
            Self::LinkWithCode => "link_with_code",
        }
    }

    /// Returns whether it was proved in the browser that asked. Only there does what was asked for go on.
    pub(super) fn is_asker(self) -> bool {
        self != Self::LinkWithCode
    }
}

/// A proven address.
#[derive(Clone, Copy)]
pub(super) struct Proof<'a> {
    pub(super) challenge: &'a ChallengeRow,
    pub(super) magic_link: &'a MagicLinkRow,
    pub(super) by: By,
    /// Whether the session shall outlive the browser's window, as another browser than the one that asked says.
    pub(super) remember: bool,
}

impl Proof<'_> {
    /// Returns whether the session shall outlive the browser's window.
    pub(super) fn is_kept(&self) -> bool {
        if self.by.is_asker() { self.challenge.remember } else { self.remember }
    }
}

/// Secrets for a browser that logs in, drawn before it is known whether it does.
pub(super) struct FreshSecrets {
    pub(super) session: SessionToken,
    pub(super) device: DeviceSecret,
    pub(super) undo: UndoToken,
}

impl FreshSecrets {
    pub(super) fn draw(random: &Random) -> Self {
        Self {
            session: SessionToken::generate(random),
            device: DeviceSecret::generate(random),
            undo: UndoToken::generate(random),
        }
    }
}

impl Auth {
    /// Returns whether this proof would use its challenge up, as things stand.
    pub(super) async fn is_usable(&self, reader: &mut Reader, proof: Proof<'_>, now: Timestamp) -> Result<bool, Error> {
        let Some(challenge) = reader.challenge(proof.challenge.id).await? else { return Ok(false) };
        let rules = &self.inner.rules;
        let is_open = challenge.used_at.is_none() && challenge.ends_at.min(proof.magic_link.ends_at) > now;
        Ok(is_open
            && match proof.by {
                By::Code => challenge.tries < rules.most_tries && challenge.failures < rules.most_failed_codes,
                By::Link => true,
                By::LinkWithCode => challenge.link_tries < rules.most_tries,
            })
    }
}
