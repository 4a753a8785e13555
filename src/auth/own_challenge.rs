//! The challenges of one browser: which of them is meant, and how it stands.

use super::{Auth, BrowserSecret, Client, Error, Purpose, challenge::purpose};
use crate::{
    ids::{ChallengeId, EmailId},
    store::{ChallengeRow, Delivery, MagicLinkRow, Reader},
    types::{AuthError, EmailAddress, Timestamp},
};
use std::time::Duration;

/// Which challenge of a browser is meant. It may have several, each with a page and emails of its own.
#[derive(Clone, Copy)]
pub struct OwnChallenge<'a> {
    /// The browser's secret.
    pub browser: Option<&'a BrowserSecret>,
    /// The id that the page names; empty means the browser's newest challenge.
    pub id: &'a str,
}

/// A challenge of a browser as it was found, ended or not.
pub(super) struct Found<'a> {
    pub(super) browser: &'a BrowserSecret,
    pub(super) challenge: ChallengeRow,
    /// Its emails, newest first: one at the least.
    pub(super) magic_links: Vec<MagicLinkRow>,
}

impl<'a> OwnChallenge<'a> {
    /// Finds it, ended or not. The challenge of another browser is none.
    pub(super) async fn found(self, reader: &mut Reader) -> Result<Option<Found<'a>>, Error> {
        let Some(browser) = self.browser else { return Ok(None) };
        let named = match self.id {
            "" => None,
            id => match ChallengeId::parse(id) {
                Some(id) => Some(id),
                None => return Ok(None),
            },
        };
        let rows = reader.challenge_of_browser(browser.hashed(), named).await?;
        let Some(challenge) = rows.first().map(|row| row.challenge.clone()) else { return Ok(None) };
        Ok(Some(Found { browser, challenge, magic_links: rows.into_iter().map(|row| row.magic_link).collect() }))
    }
}

/// How a browser's challenge stands: what its code page shows.
#[derive(Clone, Debug)]
pub struct ChallengeState {
    /// Its id, by which the page names it: no secret, and worth nothing in another browser.
    pub id: ChallengeId,
    /// The address to be proved.
    pub email: EmailAddress,
    /// Until when its newest email that arrived, or may still arrive, is good; `None` when there is none.
    pub good_until: Option<Timestamp>,
    /// When its last email ends.
    pub ends_at: Timestamp,
    /// Codes that may still be tried.
    pub tries_left: i64,
    /// Its newest email.
    pub newest_email: EmailId,
    /// How far that has come.
    pub delivery: Delivery,
    /// When another email may be asked for; `None` when there are enough.
    pub resend_at: Option<Timestamp>,
    /// Whether a code alone is not enough for this address. Told to those alone who have shown that they read its mailbox.
    pub codes_off: bool,
    /// Whether it has logged this browser in, and a code would repeat that: the first answer seems to be lost.
    pub repeats: bool,
    /// Why no code of it logs in any more.
    pub unusable: Option<AuthError>,
    /// Whether the session shall outlive the browser's window.
    pub remember: bool,
    /// The page that met the log-in wall.
    pub return_to: Option<String>,
    /// What it does besides logging in.
    pub purpose: Purpose,
}

impl Auth {
    /// Returns whether this browser has a newer challenge than this one, so that the way to its page has to name it.
    ///
    /// # Errors
    /// [`Error::Store`] when the database fails.
    #[tracing::instrument(skip_all)]
    pub async fn has_newer_challenge(&self, own: OwnChallenge<'_>) -> Result<bool, Error> {
        let newest = OwnChallenge { id: "", ..own }.found(&mut self.inner.store.reader()).await?;
        Ok(!own.id.is_empty() && newest.is_some_and(|newest| newest.challenge.id.to_string() != own.id))
    }

    /// Returns how this browser's challenge stands, as [`challenge`](Self::challenge) tells it; but an email that has
    /// only just been handed over is given a moment, so that who asked usually learns at once how it fared. It is not
    /// the request for the email that waits: that would tell by its time what a mail server thinks of an address.
    ///
    /// # Errors
    /// [`Error::Store`] when the database fails.
    #[tracing::instrument(skip_all)]
    pub async fn challenge_settled(
        &self,
        own: OwnChallenge<'_>,
        client: &Client,
    ) -> Result<Option<ChallengeState>, Error> {
        match self.challenge(own, client).await? {
            Some(ChallengeState { delivery: Delivery::Pending, newest_email, .. }) => {
                self.inner.deliveries.settled(newest_email, self.inner.rules.delivery_patience).await;
                self.challenge(own, client).await
            }
            state => Ok(state),
        }
    }

    /// Returns how this challenge stands; `None` when the browser has no such challenge.
    ///
    /// # Errors
    /// [`Error::Store`] when the database fails.
    #[tracing::instrument(skip_all)]
    pub async fn challenge(&self, own: OwnChallenge<'_>, client: &Client) -> Result<Option<ChallengeState>, Error> {
        let (rules, now) = (&self.inner.rules, self.inner.clock.now());
        let mut reader = self.inner.store.reader();
        let Some(Found { challenge, magic_links, .. }) = own.found(&mut reader).await? else { return Ok(None) };
        let reads_mailbox = self.reads_mailbox(&mut reader, &challenge.email, client).await?;
        let Some(newest) = magic_links.first() else { return Ok(None) };

        let unusable = self.unusable_where_asked(&mut reader, &challenge, now).await?;
        let lost = now - rules.email_lost_after;
        let is_good =
            |magic_link: &&MagicLinkRow| magic_link.ends_at > now && !magic_link.delivery(lost).never_arrives();
        let good = magic_links.iter().filter(is_good);
        let enough = good.clone().count() as i64 >= rules.most_magic_links;
        let asked_at = newest.created_at;
        let delivery = newest.delivery(lost);
        let pause = if delivery.never_arrives() { Duration::ZERO } else { rules.email_pause };
        Ok(Some(ChallengeState {
            id: challenge.id,
            good_until: good.map(|magic_link| magic_link.ends_at).max(),
            ends_at: challenge.ends_at,
            tries_left: (rules.most_tries - challenge.tries).max(0),
            newest_email: newest.id,
            delivery,
            resend_at: (!enough).then_some(asked_at + pause),
            codes_off: reads_mailbox && challenge.failures >= rules.most_failed_codes,
            unusable,
            repeats: unusable.is_none() && challenge.used_at.is_some(),
            purpose: purpose(&challenge),
            email: challenge.email,
            remember: challenge.remember,
            return_to: challenge.return_to,
        }))
    }
}
