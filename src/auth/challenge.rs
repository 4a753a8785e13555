//! Asking for a letter, and proving an address with its code.

use super::{
    Auth, BrowserSecret, Client, Proved, Refused, SessionToken,
    act::{Abort, Act},
    address,
    code::{Code, HashedCode},
    event::{Event, Happened},
    letter::NewLetterOf,
    return_to,
    secret::Key,
    session::{FreshSecrets, Proof},
};
use crate::{
    store::{ChallengeRow, Delivery, LetterRow},
    types::{AuthError, EmailAddress, Timestamp},
};
use std::time::Duration;
use uuid::Uuid;

/// What somebody asks for who wants to log in.
pub struct AskLogIn<'a> {
    /// The address as typed.
    pub email: &'a str,
    /// Whether the session shall outlive the browser's window.
    pub keep: bool,
    /// The page that met the log-in wall, as it came in.
    pub return_to: &'a str,
    /// The challenge that this browser has already, if it has.
    pub browser: Option<&'a BrowserSecret>,
}

/// A letter is on its way, or a good one was sent just now.
pub struct LetterAsked {
    /// For the browser to keep, when it did not have a challenge that could be used on.
    pub new_secret: Option<BrowserSecret>,
}

/// How a browser's challenge stands: what its code page shows.
#[derive(Clone, Debug)]
pub struct ChallengeState {
    /// The address to be proved.
    pub email: EmailAddress,
    /// Until when its newest letter that arrived, or may still arrive, is good; none when there is none.
    pub good_until: Option<Timestamp>,
    /// When its last letter ends.
    pub ends_at: Timestamp,
    /// Codes that may still be tried.
    pub tries_left: i64,
    /// Its newest letter.
    pub newest_letter: Uuid,
    /// How far that has come.
    pub delivery: Delivery,
    /// When another letter may be asked for; none when there are enough.
    pub resend_at: Option<Timestamp>,
    /// Whether a code alone is not enough for this address.
    pub codes_off: bool,
    /// Why no code of it logs in any more.
    pub over: Option<AuthError>,
    /// Whether the session shall outlive the browser's window.
    pub keep: bool,
    /// The page that met the log-in wall.
    pub return_to: Option<String>,
    /// What it does besides logging in.
    pub purpose: Purpose,
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
    /// Sends a letter to this address. The same answer for every address, known or not. A browser that has a good
    /// challenge for it already gets another letter of that one, if it is time; a second click changes nothing.
    ///
    /// # Errors
    /// [`Refused::Told`] when the address is none, [`Refused::Limited`], [`Refused::Busy`], and failures of ours.
    pub async fn request_log_in(&self, ask: AskLogIn<'_>, client: &Client) -> Result<LetterAsked, Refused> {
        let email = address::parse(ask.email)?;
        let return_to = return_to::parse(ask.return_to, &self.inner.paths);
        let now = self.inner.clock.now();

        if let Some(browser) = ask.browser
            && let Some(challenge) = self.inner.store.look().challenge_of_browser(browser.hashed().as_bytes()).await?
            && challenge.email == email.as_str()
            && purpose(&challenge) == Purpose::LogIn
            && self.over(&challenge, now).is_none()
        {
            let wishes_more = return_to.is_some_and(|wish| challenge.return_to.as_deref() != Some(wish));
            if challenge.keep != ask.keep || wishes_more {
                let (id, keep) = (challenge.id, ask.keep);
                self.act(client, |mut act| async move { Ok(act.change_wishes(id, keep, return_to).await?) }).await?;
            }
            return match self.send_another(&challenge, browser, client).await {
                Ok(()) | Err(Refused::Told(AuthError::TooSoon | AuthError::EnoughLetters)) => {
                    Ok(LetterAsked { new_secret: None })
                }
                Err(refused) => Err(refused),
            };
        }

        let secret = BrowserSecret::generate(&self.inner.random);
        let mut challenge = self.new_challenge(email.as_str(), &secret, &Purpose::LogIn, client, now);
        (challenge.keep, challenge.return_to) = (ask.keep, return_to.map(str::to_owned));
        self.begin_challenge(&challenge, &secret, client).await?;
        Ok(LetterAsked { new_secret: Some(secret) })
    }

    /// Stores a new challenge and sends its first letter.
    pub(super) async fn begin_challenge(
        &self,
        challenge: &ChallengeRow,
        secret: &BrowserSecret,
        client: &Client,
    ) -> Result<(), Refused> {
        self.look_at_letter(NewLetterOf::New(challenge), client).await?;
        let letter = &self.draw_letter(challenge, secret, client).await?;
        self.act(client, |mut act| async move { self.put_letter(&mut act, NewLetterOf::New(challenge), letter).await })
            .await
    }

    /// Sends another letter of this browser's challenge. The earlier ones stay good; the tries stay counted.
    ///
    /// # Errors
    /// [`Refused::Told`] when there is no such challenge, or it is too early; else as [`request_log_in`](Self::request_log_in).
    pub async fn resend_letter(&self, browser: Option<&BrowserSecret>, client: &Client) -> Result<(), Refused> {
        let browser = browser.ok_or(AuthError::NoChallenge)?;
        let challenge = self.inner.store.look().challenge_of_browser(browser.hashed().as_bytes()).await?;
        let challenge = challenge.ok_or(AuthError::NoChallenge)?;
        match self.over(&challenge, self.inner.clock.now()) {
            Some(over) => Err(over.into()),
            None => self.send_another(&challenge, browser, client).await,
        }
    }

    /// How this browser's challenge stands, as [`challenge`](Self::challenge) tells it; but a letter that has only just
    /// been handed over is given a moment, so that who asked usually learns at once how it fared. It is not the request
    /// for the letter that waits: that would tell by its time what a mail server thinks of an address.
    pub async fn challenge_settled(&self, browser: &BrowserSecret) -> Result<Option<ChallengeState>, Refused> {
        match self.challenge(browser).await? {
            Some(ChallengeState { delivery: Delivery::Pending, newest_letter, .. }) => {
                self.inner.deliveries.settled(newest_letter, self.inner.rules.delivery_patience).await;
                self.challenge(browser).await
            }
            state => Ok(state),
        }
    }

    /// How this browser's challenge stands; none when it has none.
    pub async fn challenge(&self, browser: &BrowserSecret) -> Result<Option<ChallengeState>, Refused> {
        let (rules, now) = (&self.inner.rules, self.inner.clock.now());
        let mut look = self.inner.store.look();
        let Some(challenge) = look.challenge_of_browser(browser.hashed().as_bytes()).await? else { return Ok(None) };
        let letters = look.letters(challenge.id).await?;
        let Some(newest) = letters.first() else { return Ok(None) };

        let lost = (now - rules.letter_lost_after).0;
        let is_good = |letter: &&LetterRow| letter.ends_at > now.0 && letter.delivery(lost) != Delivery::Failed;
        let good = letters.iter().filter(is_good);
        let enough = good.clone().count() as i64 >= rules.most_letters;
        let asked_at = Timestamp(newest.created_at);
        let delivery = newest.delivery(lost);
        let pause = if delivery == Delivery::Failed { Duration::ZERO } else { rules.letter_pause };
        Ok(Some(ChallengeState {
            good_until: good.map(|letter| Timestamp(letter.ends_at)).max(),
            ends_at: Timestamp(challenge.ends_at),
            tries_left: (rules.most_tries - challenge.tries).max(0),
            newest_letter: newest.id,
            delivery,
            resend_at: (!enough).then_some(asked_at + pause),
            codes_off: challenge.failures >= rules.most_failed_codes,
            over: self.over(&challenge, now),
            purpose: purpose(&challenge),
            email: EmailAddress::checked(challenge.email),
            keep: challenge.keep,
            return_to: challenge.return_to,
        }))
    }

    /// Logs in with the code of a letter of this browser's challenge. The try is counted before anything is compared.
    ///
    /// # Errors
    /// [`Refused::Told`] says what is wrong with the code or the challenge; [`Refused::Limited`], [`Refused::Busy`], and
    /// failures of ours, by which nothing is used up.
    pub async fn log_in_with_code(
        &self,
        browser: Option<&BrowserSecret>,
        typed: &str,
        old: Option<&SessionToken>,
        client: &Client,
    ) -> Result<Proved, Refused> {
        let browser = browser.ok_or(AuthError::NoChallenge)?;
        let mut look = self.inner.store.look();
        let challenge = look.challenge_of_browser(browser.hashed().as_bytes()).await?;
        let (challenge, asked_at) = (challenge.ok_or(AuthError::NoChallenge)?, self.inner.clock.now());
        if let Some(over) = self.over(&challenge, asked_at) {
            return Err(self.refuse_at_cost(&challenge, over, client).await);
        }
        let code = Code::parse(typed, self.inner.rules.code_digits).ok_or(AuthError::NotACode)?;
        self.look_at_codes(&mut look, &challenge.email, client).await?;

        let [hash] = self.hash(&code, [(browser.key(), challenge.id)], client).await?;
        let (id, hash, fresh) = (challenge.id, &hash, &FreshSecrets::draw(&self.inner.random));
        self.act(client, |mut act| async move {
            let act = &mut *act;
            let challenge = act.challenge(id).await?.ok_or(AuthError::NoChallenge)?;
            let letter = self.check_code(act, &challenge, hash, asked_at).await?;
            let proof =
                Proof { challenge: &challenge, letter: &letter, by: "code", keep: challenge.keep, by_asker: true };
            self.log_in(act, proof, old, fresh).await
        })
        .await
    }

    /// Counts a try of the browser that asked, then finds the letter with this code among those that were good then.
    async fn check_code(
        &self,
        act: &mut Act<'_>,
        challenge: &ChallengeRow,
        hash: &HashedCode,
        asked_at: Timestamp,
    ) -> Result<LetterRow, Abort> {
        let (rules, now) = (&self.inner.rules, act.now);
        self.consume_code(act, &challenge.email).await?;
        let failures = act.count_failed_code(&challenge.email, rules.most_failed_codes, now.0).await?;
        let Some(failures) = failures else {
            return Err(self.reject_log_in(act, challenge, AuthError::CodesOff).await);
        };
        let Some(tries) = act.count_try(challenge.id, rules.most_tries, now.0).await? else {
            return Err(self.why_over(act, challenge.id).await?.into());
        };
        let mut letters = act.letters(challenge.id).await?.into_iter();
        if let Some(letter) = letters.find(|letter| letter.ends_at > asked_at.0 && hash.is(&letter.code_hash)) {
            return Ok(letter);
        }
        let last = tries >= rules.most_tries;
        let what = match () {
            () if failures >= rules.most_failed_codes => Happened::CodesOff,
            () if last => Happened::TriesUsedUp,
            () => Happened::LogInFailed,
        };
        let error = if last { AuthError::TriesUsedUp } else { AuthError::WrongCode };
        Err(act.reject(Event::about(&challenge.email, what, "code"), error))
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
