//! Asking for a letter, and proving an address with its code.

use super::{
    Auth, BrowserSecret, Client, LoggedIn, Refused, SessionToken, address, browser_name,
    code::{Code, HashedCode},
    event::{Event, Happened},
    return_to,
    secret::{Key, LinkToken},
    session::Proof,
};
use crate::{
    mail::{AddressTakenLetter, CodeLetter, Letter, LetterPurpose, utc},
    store::{ChallengeRow, Delivery, LetterRow, NewChallenge, NewLetter, Transaction},
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
    /// How far its newest letter has come.
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

/// A letter that is drawn but not yet stored.
pub(super) struct DrawnLetter {
    pub(super) id: Uuid,
    /// Whether the address to be confirmed is somebody else's: they get word instead of a code.
    taken: bool,
    code: Code,
    link: LinkToken,
    code_hash: HashedCode,
    link_code_hash: HashedCode,
    at: Timestamp,
    ends_at: Timestamp,
}

/// The challenge of a letter about to be stored.
#[derive(Clone, Copy)]
pub(super) enum NewLetterOf<'a> {
    /// Stored together with it.
    New(&'a ChallengeRow),
    /// There already.
    Known(&'a ChallengeRow),
}

impl Auth {
    /// Sends a letter to this address. The same answer for every address, known or not. A browser that has a good
    /// challenge for it already gets another letter of that one, if it is time; a second click changes nothing.
    pub async fn request_log_in(&self, ask: AskLogIn<'_>, client: &Client) -> Result<LetterAsked, Refused> {
        let email = address::parse(ask.email)?;
        let return_to = return_to::parse(ask.return_to, &self.inner.paths);
        let now = self.inner.clock.now();

        if let Some(browser) = ask.browser
            && let Some(challenge) = self.inner.store.challenge_of_browser(browser.hashed().as_bytes()).await?
            && challenge.email == email.as_str()
            && challenge.goes_on_to.is_none()
            && self.over(&challenge, now).is_none()
        {
            let mut transaction = self.inner.store.begin().await?;
            transaction.change_wishes(challenge.id, ask.keep, return_to).await?;
            transaction.commit().await?;
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
        let letter = self.draw_letter(&challenge, &secret, false, now).await?;
        let transaction = self.inner.store.begin().await?;
        self.store_and_send(transaction, NewLetterOf::New(&challenge), letter, client).await?;
        Ok(LetterAsked { new_secret: Some(secret) })
    }

    /// Sends another letter of this browser's challenge. The earlier ones stay good; the tries stay counted.
    pub async fn resend_letter(&self, browser: Option<&BrowserSecret>, client: &Client) -> Result<(), Refused> {
        let browser = browser.ok_or(AuthError::NoChallenge)?;
        let challenge = self.inner.store.challenge_of_browser(browser.hashed().as_bytes()).await?;
        let challenge = challenge.ok_or(AuthError::NoChallenge)?;
        match self.over(&challenge, self.inner.clock.now()) {
            Some(over) => Err(over.into()),
            None => self.send_another(&challenge, browser, client).await,
        }
    }

    /// How this browser's challenge stands; none when it has none.
    pub async fn challenge(&self, browser: &BrowserSecret) -> Result<Option<ChallengeState>, Refused> {
        let (store, rules, now) = (&self.inner.store, &self.inner.rules, self.inner.clock.now());
        let Some(challenge) = store.challenge_of_browser(browser.hashed().as_bytes()).await? else { return Ok(None) };
        let letters = store.letters(challenge.id).await?;
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
    pub async fn log_in_with_code(
        &self,
        browser: Option<&BrowserSecret>,
        typed: &str,
        old: Option<&SessionToken>,
        client: &Client,
    ) -> Result<LoggedIn, Refused> {
        let (store, rules, now) = (&self.inner.store, &self.inner.rules, self.inner.clock.now());
        let browser = browser.ok_or(AuthError::NoChallenge)?;
        let challenge = store.challenge_of_browser(browser.hashed().as_bytes()).await?;
        let challenge = challenge.ok_or(AuthError::NoChallenge)?;
        if let Some(over) = self.over(&challenge, now) {
            return Err(self.refused(&challenge.email, over, client).await);
        }
        let code = Code::parse(typed, rules.code_digits).ok_or(AuthError::NotACode)?;

        // Read before the try is counted: a database that fails here has cost nothing.
        let letters = store.letters(challenge.id).await?;
        let mut transaction = store.begin().await?;
        let failures = transaction.count_failed_code(&challenge.email, rules.most_failed_codes, now.0).await?;
        let Some(failures) = failures else {
            transaction.undo().await?;
            return Err(self.refused(&challenge.email, AuthError::CodesOff, client).await);
        };
        let Some(tries) = transaction.count_try(challenge.id, rules.most_tries, now.0).await? else {
            transaction.undo().await?;
            return Err(self.why_over(challenge.id).await?.into());
        };
        transaction.commit().await?;

        let hash = self.inner.hasher.hash(&code, browser.key(), challenge.id).await?;
        if let Some(letter) = letters.iter().find(|letter| letter.ends_at > now.0 && hash.is(&letter.code_hash)) {
            let proof = Proof { challenge: &challenge, letter, by: "code", keep: challenge.keep, by_asker: true };
            return self.log_in(proof, old, client).await;
        }
        let last = tries >= rules.most_tries;
        let what = match () {
            () if failures >= rules.most_failed_codes => Happened::CodesOff,
            () if last => Happened::TriesUsedUp,
            () => Happened::LogInFailed,
        };
        self.record(Event::about(&challenge.email, what, "code"), client).await?;
        Err(if last { AuthError::TriesUsedUp } else { AuthError::WrongCode }.into())
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
    pub(super) async fn why_over(&self, challenge: Uuid) -> Result<AuthError, Refused> {
        let challenge = self.inner.store.challenge(challenge).await?;
        let over = challenge.and_then(|challenge| self.over(&challenge, self.inner.clock.now()));
        Ok(over.unwrap_or(AuthError::TriesUsedUp))
    }

    /// A challenge of this browser, with nothing of it stored yet.
    pub(super) fn new_challenge(
        &self,
        email: &str,
        browser: &BrowserSecret,
        purpose: &Purpose,
        client: &Client,
        now: Timestamp,
    ) -> ChallengeRow {
        let (goes_on_to, change_id) = match purpose {
            Purpose::LogIn => (None, None),
            Purpose::Prove { new_email } => (Some(new_email.to_string()), None),
            Purpose::Confirm { change_id } => (None, Some(*change_id)),
        };
        ChallengeRow {
            id: self.inner.random.id(now),
            email: email.to_owned(),
            ends_at: (now + self.inner.rules.letter_lifetime).0,
            tries: 0,
            link_tries: 0,
            used_at: None,
            keep: true,
            return_to: None,
            goes_on_to,
            change_id,
            user_agent: client.user_agent.clone(),
            client: client.address.clone(),
            browser_hash: browser.hashed().as_bytes().to_vec(),
            failures: 0,
        }
    }

    /// Sends another letter of a challenge.
    async fn send_another(
        &self,
        challenge: &ChallengeRow,
        browser: &BrowserSecret,
        client: &Client,
    ) -> Result<(), Refused> {
        let now = self.inner.clock.now();
        self.may_resend(challenge.id, now).await?;
        let taken = match challenge.change_id {
            Some(change_id) => self.is_taken(&challenge.email, change_id).await?,
            None => false,
        };
        let letter = self.draw_letter(challenge, browser, taken, now).await?;
        let transaction = self.inner.store.begin().await?;
        self.store_and_send(transaction, NewLetterOf::Known(challenge), letter, client).await
    }

    /// Draws a letter's code and link, and hashes them.
    pub(super) async fn draw_letter(
        &self,
        challenge: &ChallengeRow,
        browser: &BrowserSecret,
        taken: bool,
        now: Timestamp,
    ) -> Result<DrawnLetter, Refused> {
        let (random, rules, hasher) = (&self.inner.random, &self.inner.rules, &self.inner.hasher);
        let (code, link) = (Code::generate(random, rules.code_digits), LinkToken::generate(random));
        let id = random.id(now);
        let code_hash = hasher.hash(&code, browser.key(), challenge.id).await?;
        let link_code_hash = hasher.hash(&code, link.key(), id).await?;
        Ok(DrawnLetter {
            id,
            taken,
            code,
            link,
            code_hash,
            link_code_hash,
            at: now,
            ends_at: now + rules.letter_lifetime,
        })
    }

    /// Stores a letter and hands it over.
    pub(super) async fn store_and_send(
        &self,
        transaction: Transaction,
        of: NewLetterOf<'_>,
        drawn: DrawnLetter,
        client: &Client,
    ) -> Result<(), Refused> {
        let letter = self.store_letter(transaction, of, &drawn, client).await?;
        self.inner.deliveries.deliver(drawn.id, letter, self.inner.rules.delivery_patience).await;
        Ok(())
    }

    /// Stores a letter (with its challenge, when that is new), makes the transaction final, and gives the letter as it
    /// is to be sent.
    pub(super) async fn store_letter(
        &self,
        mut transaction: Transaction,
        of: NewLetterOf<'_>,
        drawn: &DrawnLetter,
        client: &Client,
    ) -> Result<Letter, Refused> {
        let (rules, now) = (&self.inner.rules, drawn.at);
        let challenge = match of {
            NewLetterOf::New(challenge) => {
                transaction.add_challenge(new_row(challenge, now)).await?;
                challenge
            }
            NewLetterOf::Known(challenge) => {
                if transaction.extend_challenge(challenge.id, drawn.ends_at.0, now.0).await? == 0 {
                    transaction.undo().await?;
                    return Err(self.why_over(challenge.id).await?.into());
                }
                challenge
            }
        };
        let link_hash = drawn.link.hashed();
        let letter = NewLetter {
            id: drawn.id,
            challenge_id: challenge.id,
            link_hash: link_hash.as_bytes(),
            code_hash: drawn.code_hash.as_bytes(),
            link_code_hash: drawn.link_code_hash.as_bytes(),
            created_at: now.0,
            ends_at: drawn.ends_at.0,
        };
        let (after, lost) = ((now - rules.letter_pause).0, (now - rules.letter_lost_after).0);
        if transaction.add_letter(letter, rules.most_letters, after, lost).await? == 0 {
            return Err(AuthError::TooSoon.into());
        }
        let event = Event::about(&challenge.email, Happened::LetterAsked, "");
        self.commit_with(transaction, &[event], client).await?;
        Ok(self.written(challenge, drawn, client))
    }

    /// The letter in words.
    fn written(&self, challenge: &ChallengeRow, drawn: &DrawnLetter, client: &Client) -> Letter {
        let browser = browser_name::of(&client.user_agent);
        let (app, email) = (self.inner.app_name.as_str(), challenge.email.as_str());
        let purpose = purpose(challenge);
        if drawn.taken {
            let letter =
                AddressTakenLetter { app, email, browser: &browser, client: &client.address, at: &utc(drawn.at) };
            return letter.written(drawn.id, drawn.at);
        }
        let letter = CodeLetter {
            purpose: match &purpose {
                Purpose::LogIn => LetterPurpose::LogIn,
                Purpose::Prove { new_email } => LetterPurpose::Prove { new_email: new_email.as_str() },
                Purpose::Confirm { .. } => LetterPurpose::Confirm,
            },
            app,
            site: self.inner.public_url.host_str().unwrap_or_default(),
            email,
            code: &drawn.code.reveal(),
            link: &self.whole(&self.inner.paths.verify(&[("token", &drawn.link.reveal())])),
            browser: &browser,
            client: &client.address,
            minutes: self.inner.rules.letter_lifetime.as_secs().div_ceil(60),
            ends_at: &utc(drawn.ends_at),
        };
        letter.written(drawn.id, drawn.at)
    }

    /// Asks before any hashing whether another letter may be sent; storing it asks once more.
    async fn may_resend(&self, challenge: Uuid, now: Timestamp) -> Result<(), Refused> {
        let rules = &self.inner.rules;
        let letters = self.inner.store.letters(challenge).await?;
        let lost = (now - rules.letter_lost_after).0;
        let arrived = || letters.iter().filter(|letter| letter.delivery(lost) != Delivery::Failed);
        if arrived().filter(|letter| letter.ends_at > now.0).count() as i64 >= rules.most_letters {
            Err(AuthError::EnoughLetters.into())
        } else if arrived().any(|letter| Timestamp(letter.created_at) + rules.letter_pause > now) {
            Err(AuthError::TooSoon.into())
        } else {
            Ok(())
        }
    }
}

fn new_row(challenge: &ChallengeRow, now: Timestamp) -> NewChallenge<'_> {
    NewChallenge {
        id: challenge.id,
        browser_hash: &challenge.browser_hash,
        email: &challenge.email,
        keep: challenge.keep,
        return_to: challenge.return_to.as_deref(),
        goes_on_to: challenge.goes_on_to.as_deref(),
        change_id: challenge.change_id,
        user_agent: &challenge.user_agent,
        client: &challenge.client,
        created_at: now.0,
        ends_at: challenge.ends_at,
    }
}
