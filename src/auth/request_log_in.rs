//! Asking for an email, which begins a challenge or goes on with one.

use super::{
    Auth, BrowserSecret, Client, Error, Purpose,
    act::Abort,
    magic_link::{MagicLinkOf, Put},
    own_challenge::{Found, OwnChallenge},
    return_to,
};
use crate::{
    ids::ChallengeId,
    store::{ChallengeRow, Reader, Wishes},
    types::{AuthError, EmailAddress, Timestamp},
};

/// What somebody asks for who wants to log in.
pub struct AskLogIn<'a> {
    /// The address as typed.
    pub email: &'a str,
    /// Whether the session shall outlive the browser's window.
    pub remember: bool,
    /// The page that met the log-in wall, as it came in.
    pub return_to: &'a str,
    /// This browser's secret, if it has one.
    pub browser: Option<&'a BrowserSecret>,
}

/// An email is on its way, or a good one was sent just now.
pub struct LogInRequested {
    /// For the browser to keep, when it had no secret.
    pub new_secret: Option<BrowserSecret>,
    /// The challenge.
    pub challenge: ChallengeId,
}

impl Auth {
    /// Sends an email to this address. The same answer for every address, known or not. A browser that has a good
    /// challenge for it already gets another email of that one, if it is time; a second click changes nothing, also
    /// while the first is still on its way.
    ///
    /// # Errors
    /// [`Error::Rejected`] when the address is none, [`Error::Limited`], [`Error::Busy`], and failures of ours.
    #[tracing::instrument(skip_all)]
    pub async fn request_log_in(&self, ask: AskLogIn<'_>, client: &Client) -> Result<LogInRequested, Error> {
        let email = &self.parse_address(ask.email)?;
        let drawn = BrowserSecret::generate(&self.inner.random);
        let browser = ask.browser.unwrap_or(&drawn);
        let wishes = Wishes { remember: ask.remember, return_to: return_to::parse(ask.return_to, &self.inner.paths) };

        let now = self.inner.clock.now();
        // What was drawn just now has no challenge yet.
        let known = match ask.browser {
            Some(browser) => self.open_challenge(&mut self.inner.store.reader(), browser, email, now).await?,
            None => None,
        };
        let asked = match known {
            Some(challenge) => match self.ask_again(challenge, browser, wishes, client).await {
                // Since it was looked at it was used, has expired or has no try left: another one begins.
                Err(Error::Rejected(AuthError::Used | AuthError::Expired | AuthError::TriesUsedUp)) => {
                    self.ask_first(email, browser, wishes, client).await
                }
                asked => asked,
            },
            None => self.ask_first(email, browser, wishes, client).await,
        };
        let challenge = match asked {
            Ok(challenge) => challenge,
            // Another click was faster, so that nothing was left for this one: what it asks for has been sent.
            Err(Error::Limited(limited)) => match self.sent_just_now(browser, email).await? {
                Some(challenge) => challenge,
                None => return Err(Error::Limited(limited)),
            },
            Err(error) => return Err(error),
        };
        let new_secret = ask.browser.is_none().then(|| drawn.clone());
        Ok(LogInRequested { new_secret, challenge })
    }

    /// Begins a challenge of this browser for this address. Of simultaneous clicks, one does.
    async fn ask_first(
        &self,
        email: &EmailAddress,
        browser: &BrowserSecret,
        wishes: Wishes<'_>,
        client: &Client,
    ) -> Result<ChallengeId, Error> {
        let now = self.inner.clock.now();
        let mut challenge = self.new_challenge(email, browser, &Purpose::LogIn, client, now);
        (challenge.remember, challenge.return_to) = (wishes.remember, wishes.return_to.map(str::to_owned));
        self.admit_email(MagicLinkOf::New(&challenge), client).await?;
        let magic_link = &self.draw_magic_link(&challenge, browser, client).await?;
        let challenge = &challenge;
        self.act(client, |mut act| async move {
            let act = &mut *act;
            let now = act.now;
            if self.put_magic_link(act, MagicLinkOf::New(challenge), magic_link).await? == Put::Stored {
                return Ok(challenge.id);
            }
            let known = self.open_challenge(act, browser, email, now).await?.ok_or(Abort::Again)?;
            act.change_wishes(known.id, wishes).await?;
            Ok(known.id)
        })
        .await
    }

    /// Sends another email of a challenge whose address was asked for once more, if it is time.
    async fn ask_again(
        &self,
        challenge: ChallengeRow,
        browser: &BrowserSecret,
        wishes: Wishes<'_>,
        client: &Client,
    ) -> Result<ChallengeId, Error> {
        let id = challenge.id;
        let wishes_more = wishes.return_to.is_some_and(|wish| challenge.return_to.as_deref() != Some(wish));
        if challenge.remember != wishes.remember || wishes_more {
            self.act(client, |mut act| async move { Ok(act.change_wishes(id, wishes).await?) }).await?;
        }
        match self.send_another(&challenge, browser, client).await {
            Ok(()) | Err(Error::Rejected(AuthError::TooSoon | AuthError::EnoughEmails)) => Ok(id),
            Err(error) => Err(error),
        }
    }

    /// Returns the good challenge by which this browser logs this address in.
    async fn open_challenge(
        &self,
        reader: &mut Reader,
        browser: &BrowserSecret,
        email: &EmailAddress,
        now: Timestamp,
    ) -> Result<Option<ChallengeRow>, Error> {
        let challenge = reader.challenge_of_browser_for(browser.hashed(), email).await?;
        Ok(challenge.filter(|challenge| self.unusable(challenge, now).is_none()))
    }

    /// The same, where an email of it has only just been sent.
    async fn sent_just_now(&self, browser: &BrowserSecret, email: &EmailAddress) -> Result<Option<ChallengeId>, Error> {
        let (mut reader, now) = (self.inner.store.reader(), self.inner.clock.now());
        let Some(challenge) = self.open_challenge(&mut reader, browser, email, now).await? else { return Ok(None) };
        match self.may_resend(&mut reader, challenge.id, now).await {
            Err(Error::Rejected(AuthError::TooSoon | AuthError::EnoughEmails)) => Ok(Some(challenge.id)),
            Ok(_) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Stores a new challenge and sends its first email.
    pub(super) async fn begin_challenge(
        &self,
        challenge: &ChallengeRow,
        secret: &BrowserSecret,
        client: &Client,
    ) -> Result<(), Error> {
        self.admit_email(MagicLinkOf::New(challenge), client).await?;
        let magic_link = &self.draw_magic_link(challenge, secret, client).await?;
        self.act(client, |mut act| async move {
            self.put_magic_link(&mut act, MagicLinkOf::New(challenge), magic_link).await
        })
        .await
        .map(|_| ())
    }

    /// Sends another email of this browser's challenge. The earlier ones stay good; the tries stay counted.
    ///
    /// # Errors
    /// [`Error::Rejected`] when there is no such challenge, or it is too early; else as [`request_log_in`](Self::request_log_in).
    #[tracing::instrument(skip_all)]
    pub async fn resend_email(&self, own: OwnChallenge<'_>, client: &Client) -> Result<(), Error> {
        let found = own.found(&mut self.inner.store.reader()).await?;
        let Found { browser, challenge, .. } = found.ok_or(AuthError::NoChallenge)?;
        match self.unusable(&challenge, self.inner.clock.now()) {
            Some(error) => Err(error.into()),
            None => self.send_another(&challenge, browser, client).await,
        }
    }
}
