//! Letters: drawn, stored with their challenge, written and handed over.

use super::{
    Auth, BrowserSecret, Client, Refused, browser_name,
    challenge::{Purpose, purpose},
    code::{Code, HashedCode},
    event::{Event, Happened},
    limit::Take,
    secret::{Key, LinkToken},
};
use crate::{
    mail::{AddressTakenLetter, CodeLetter, Letter, LetterPurpose, utc},
    store::{ChallengeRow, Delivery, NewChallenge, NewLetter, Taken, Transaction},
    types::{AuthError, Timestamp},
};
use uuid::Uuid;

/// A letter that is drawn but not yet stored.
pub(super) struct DrawnLetter {
    pub(super) id: Uuid,
    /// Why the address to be confirmed cannot be the user's: its owner gets word instead of a code.
    taken: Option<Taken>,
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
    pub(super) async fn send_another(
        &self,
        challenge: &ChallengeRow,
        browser: &BrowserSecret,
        client: &Client,
    ) -> Result<(), Refused> {
        let now = self.inner.clock.now();
        let replaces_failed = self.may_resend(challenge.id, now).await?;
        let (takes, taken) = match challenge.change_id {
            Some(change_id) => (
                self.may_send_of_change(&challenge.email, replaces_failed, client).await?,
                self.is_taken(&challenge.email, change_id).await?,
            ),
            None => (self.may_send(&challenge.email, replaces_failed, client).await?, None),
        };
        let letter = self.draw_letter(challenge, browser, taken, now).await?;
        let transaction = self.inner.store.begin().await?;
        self.store_and_send(transaction, NewLetterOf::Known(challenge), letter, &takes, client).await
    }

    /// Draws a letter's code and link, and hashes them.
    pub(super) async fn draw_letter(
        &self,
        challenge: &ChallengeRow,
        browser: &BrowserSecret,
        taken: Option<Taken>,
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
        takes: &[Take],
        client: &Client,
    ) -> Result<(), Refused> {
        let letter = self.store_letter(transaction, of, &drawn, takes, client).await?;
        self.inner.deliveries.deliver(drawn.id, letter);
        Ok(())
    }

    /// Stores a letter (with its challenge, when that is new), takes it from the budgets that it counts against, makes
    /// the transaction final, and gives the letter as it is to be sent.
    pub(super) async fn store_letter(
        &self,
        mut transaction: Transaction,
        of: NewLetterOf<'_>,
        drawn: &DrawnLetter,
        takes: &[Take],
        client: &Client,
    ) -> Result<Letter, Refused> {
        let (rules, now) = (&self.inner.rules, drawn.at);
        let (NewLetterOf::New(challenge) | NewLetterOf::Known(challenge)) = of;
        self.take(&mut transaction, takes, &challenge.email, client).await?;
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
        if let Some(taken) = drawn.taken {
            let letter = AddressTakenLetter {
                app,
                email,
                left: taken == Taken::Left,
                browser: &browser,
                client: &client.address,
                at: &utc(drawn.at),
            };
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

    /// Asks before any hashing whether another letter may be sent; storing it asks once more. Answers whether the last
    /// one could not be sent.
    async fn may_resend(&self, challenge: Uuid, now: Timestamp) -> Result<bool, Refused> {
        let rules = &self.inner.rules;
        let letters = self.inner.store.letters(challenge).await?;
        let lost = (now - rules.letter_lost_after).0;
        let arrived = || letters.iter().filter(|letter| letter.delivery(lost) != Delivery::Failed);
        if arrived().filter(|letter| letter.ends_at > now.0).count() as i64 >= rules.most_letters {
            Err(AuthError::EnoughLetters.into())
        } else if arrived().any(|letter| Timestamp(letter.created_at) + rules.letter_pause > now) {
            Err(AuthError::TooSoon.into())
        } else {
            Ok(letters.first().is_some_and(|letter| letter.delivery(lost) == Delivery::Failed))
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
