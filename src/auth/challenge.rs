//! Asking for an email, which begins a challenge or goes on with one.

use super::{
    Auth, BrowserSecret, Client, Refused,
    act::{Abort, Act},
    magic_link::{MagicLinkOf, Put},
    own_challenge::{Found, OwnChallenge},
    return_to,
};
use crate::{
    store::{ChallengeRow, Reader},
    types::{AuthError, EmailAddress, Timestamp},
};
use uuid::Uuid;

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
    pub challenge: Uuid,
}

/// What shall be done once an address has proved itself.
#[derive(Clone, Copy)]
struct Wishes<'a> {
    remember: bool,
    return_to: Option<&'a str>,
}

/// What a challenge does besides logging in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Nothing.
    LogIn,
    /// It proves the present address again; then the change to another goes on.
    Prove {
        /// The address to change to.
        new_email: EmailAddress,
    },
    /// It confirms a change of address.
    Confirm {
        /// The change.
        change_id: Uuid,
    },
}

/// What this challenge does besides logging in.
pub(super) fn purpose(challenge: &ChallengeRow) -> Purpose {
    match (&challenge.goes_on_to, challenge.change_id) {
        (_, Some(change_id)) => Purpose::Confirm { change_id },
        (Some(new_email), None) => Purpose::Prove { new_email: EmailAddress::checked(new_email.clone()) },
        (None, None) => Purpose::LogIn,
    }
}

impl Auth {
    /// Sends an email to this address. The same answer for every address, known or not. A browser that has a good
    /// challenge for it already gets another email of that one, if it is time; a second click changes nothing, also
    /// while the first is still on its way.
    ///
    /// # Errors
    /// [`Refused::Told`] when the address is none, [`Refused::Limited`], [`Refused::Busy`], and failures of ours.
    #[tracing::instrument(skip_all)]
    pub async fn request_log_in(&self, ask: AskLogIn<'_>, client: &Client) -> Result<LogInRequested, Refused> {
        let email = &self.parse_address(ask.email)?;
        let drawn = BrowserSecret::generate(&self.inner.random);
        let browser = ask.browser.unwrap_or(&drawn);
        let wishes = Wishes { remember: ask.remember, return_to: return_to::parse(ask.return_to, &self.inner.paths) };

        let now = self.inner.clock.now();
        // What was drawn just now has no challenge yet.
        let known = match ask.browser {
            Some(browser) => self.open_challenge(&mut self.inner.store.look(), browser, email, now).await?,
            None => None,
        };
        let asked = match known {
            Some(challenge) => self.ask_again(challenge, browser, wishes, client).await,
            None => self.ask_first(email, browser, wishes, client).await,
        };
        let challenge = match asked {
            Ok(challenge) => challenge,
            // Another click was faster, so that nothing was left for this one: what it asks for has been sent.
            Err(Refused::Limited(limited)) => match self.sent_just_now(browser, email).await? {
                Some(challenge) => challenge,
                None => return Err(Refused::Limited(limited)),
            },
            Err(refused) => return Err(refused),
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
    ) -> Result<Uuid, Refused> {
        let now = self.inner.clock.now();
        let mut challenge = self.new_challenge(email.as_str(), browser, &Purpose::LogIn, client, now);
        (challenge.remember, challenge.return_to) = (wishes.remember, wishes.return_to.map(str::to_owned));
        self.look_at_email(MagicLinkOf::New(&challenge), client).await?;
        let magic_link = &self.draw_magic_link(&challenge, browser, client).await?;
        let challenge = &challenge;
        self.act(client, |mut act| async move {
            let act = &mut *act;
            let now = act.now;
            if self.put_magic_link(act, MagicLinkOf::New(challenge), magic_link).await? == Put::Stored {
                return Ok(challenge.id);
            }
            let known = self.open_challenge(act, browser, email, now).await?.ok_or(Abort::Again)?;
            act.change_wishes(known.id, wishes.remember, wishes.return_to).await?;
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
    ) -> Result<Uuid, Refused> {
        let (id, Wishes { remember, return_to }) = (challenge.id, wishes);
        let wishes_more = return_to.is_some_and(|wish| challenge.return_to.as_deref() != Some(wish));
        if challenge.remember != remember || wishes_more {
            self.act(client, |mut act| async move { Ok(act.change_wishes(id, remember, return_to).await?) }).await?;
        }
        match self.send_another(&challenge, browser, client).await {
            Ok(()) | Err(Refused::Told(AuthError::TooSoon | AuthError::EnoughEmails)) => Ok(id),
            Err(refused) => Err(refused),
        }
    }

    /// The good challenge by which this browser logs this address in.
    async fn open_challenge(
        &self,
        reader: &mut Reader,
        browser: &BrowserSecret,
        email: &EmailAddress,
        now: Timestamp,
    ) -> Result<Option<ChallengeRow>, Refused> {
        let challenge = reader.challenge_of_browser_for(browser.hashed().as_bytes(), email.as_str()).await?;
        Ok(challenge.filter(|challenge| self.over(challenge, now).is_none()))
    }

    /// The same, where an email of it has only just been sent.
    async fn sent_just_now(&self, browser: &BrowserSecret, email: &EmailAddress) -> Result<Option<Uuid>, Refused> {
        let (mut look, now) = (self.inner.store.look(), self.inner.clock.now());
        let Some(challenge) = self.open_challenge(&mut look, browser, email, now).await? else { return Ok(None) };
        match self.may_resend(&mut look, challenge.id, now).await {
            Err(Refused::Told(AuthError::TooSoon | AuthError::EnoughEmails)) => Ok(Some(challenge.id)),
            Ok(_) => Ok(None),
            Err(refused) => Err(refused),
        }
    }

    /// Stores a new challenge and sends its first email.
    pub(super) async fn begin_challenge(
        &self,
        challenge: &ChallengeRow,
        secret: &BrowserSecret,
        client: &Client,
    ) -> Result<(), Refused> {
        self.look_at_email(MagicLinkOf::New(challenge), client).await?;
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
    /// [`Refused::Told`] when there is no such challenge, or it is too early; else as [`request_log_in`](Self::request_log_in).
    #[tracing::instrument(skip_all)]
    pub async fn resend_email(&self, own: OwnChallenge<'_>, client: &Client) -> Result<(), Refused> {
        let found = own.found(&mut self.inner.store.look()).await?;
        let Found { browser, challenge, .. } = found.ok_or(AuthError::NoChallenge)?;
        match self.over(&challenge, self.inner.clock.now()) {
            Some(over) => Err(over.into()),
            None => self.send_another(&challenge, browser, client).await,
        }
    }

    /// Why no code of this challenge logs in any more; none while one does.
    pub(super) fn over(&self, challenge: &ChallengeRow, now: Timestamp) -> Option<AuthError> {
        if challenge.used_at.is_some() {
            Some(AuthError::Used)
        } else if challenge.ends_at <= now.0 {
            Some(AuthError::Ended)
        } else if challenge.tries >= self.inner.rules.most_tries {
            Some(AuthError::TriesUsedUp)
        } else {
            None
        }
    }

    /// The same for a challenge that was good a moment ago, when a try or a use of it was refused.
    pub(super) async fn why_over(&self, act: &mut Act<'_>, challenge: Uuid) -> Result<AuthError, Refused> {
        let challenge = act.challenge(challenge).await?;
        let over = challenge.and_then(|challenge| self.over(&challenge, act.now));
        Ok(over.unwrap_or(AuthError::TriesUsedUp))
    }
}
