//! Letters: drawn, stored with their challenge, written and handed over.

use super::{
    Auth, BrowserSecret, Client, Refused,
    act::{Abort, Act},
    browser_name,
    budget::Take,
    challenge::{Purpose, purpose},
    code::{Code, HashedCode},
    event::{Event, Happened},
    secret::{Key, LinkToken},
};
use crate::{
    mail::{AddressTakenLetter, CodeLetter, Letter, LetterPurpose, utc},
    store::{ChallengeRow, NewChallenge, NewLetter, Reader, Taken},
    types::{AuthError, Timestamp},
};
use uuid::Uuid;

/// A letter that is drawn but not yet stored.
pub(super) struct DrawnLetter {
    pub(super) id: Uuid,
    code: Code,
    link: LinkToken,
    code_hash: HashedCode,
    link_code_hash: HashedCode,
    at: Timestamp,
    ends_at: Timestamp,
}

/// What became of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Put {
    /// It is stored, and goes out.
    Stored,
    /// Nothing was stored: its browser has an open challenge already by which it logs the address in.
    HasOpen,
}

/// The challenge of a letter about to be stored.
#[derive(Clone, Copy)]
pub(super) enum NewLetterOf<'a> {
    /// Stored together with it.
    New(&'a ChallengeRow),
    /// There already.
    Known(&'a ChallengeRow),
}

impl<'a> NewLetterOf<'a> {
    fn email(self) -> &'a str {
        let (Self::New(challenge) | Self::Known(challenge)) = self;
        &challenge.email
    }
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
        self.look_at_letter(NewLetterOf::Known(challenge), client).await?;
        let letter = &self.draw_letter(challenge, browser, client).await?;
        self.act(
            client,
            |mut act| async move { self.put_letter(&mut act, NewLetterOf::Known(challenge), letter).await },
        )
        .await
        .map(|_| ())
    }

    /// Looks whether such a letter may be sent, before anybody waits for it; [`put_letter`](Self::put_letter) decides.
    pub(super) async fn look_at_letter(&self, of: NewLetterOf<'_>, client: &Client) -> Result<(), Refused> {
        let mut look = self.inner.store.look();
        let takes = self.budgets_of_letter(&mut look, of, self.inner.clock.now(), client).await?;
        self.look(&takes, of.email(), client)
    }

    /// What a letter counts against; refused when it is too early for it.
    async fn budgets_of_letter(
        &self,
        reader: &mut Reader,
        of: NewLetterOf<'_>,
        now: Timestamp,
        client: &Client,
    ) -> Result<Vec<Take>, Refused> {
        let (challenge, replaces_failed) = match of {
            NewLetterOf::New(challenge) => (challenge, false),
            NewLetterOf::Known(challenge) => (challenge, self.may_resend(reader, challenge.id, now).await?),
        };
        match challenge.change_id {
            Some(_) => self.budgets_of_change(&challenge.email, replaces_failed, client),
            None => self.budgets(reader, &challenge.email, replaces_failed, client).await,
        }
    }

    /// Draws a letter's code and link, and hashes them.
    pub(super) async fn draw_letter(
        &self,
        challenge: &ChallengeRow,
        browser: &BrowserSecret,
        client: &Client,
    ) -> Result<DrawnLetter, Refused> {
        let (random, rules, now) = (&self.inner.random, &self.inner.rules, self.inner.clock.now());
        let (code, link) = (Code::generate(random, rules.code_digits), LinkToken::generate(random));
        let id = random.id(now);
        let hashing = [(browser.key(), challenge.id), (link.key(), id)];
        let [code_hash, link_code_hash] = self.hash(&code, hashing, client).await?;
        Ok(DrawnLetter { id, code, link, code_hash, link_code_hash, at: now, ends_at: now + rules.letter_lifetime })
    }

    /// Stores a letter (with its challenge, when that is new), takes it from the budgets that it counts against, and
    /// hands it over once that is final.
    pub(super) async fn put_letter(
        &self,
        act: &mut Act<'_>,
        of: NewLetterOf<'_>,
        drawn: &DrawnLetter,
    ) -> Result<Put, Abort> {
        let (rules, now, client) = (&self.inner.rules, drawn.at, act.client());
        let takes = self.budgets_of_letter(act, of, now, client).await?;
        let (challenge, failures) = match of {
            NewLetterOf::New(challenge) => {
                let Some(stored) = act.add_challenge(new_row(challenge, now), rules.most_tries).await? else {
                    return Ok(Put::HasOpen);
                };
                let (others, now) = (rules.most_challenges - 1, act.now.0);
                if stored.others > others {
                    act.end_oldest_challenges(&challenge.browser_hash, challenge.id, others, now).await?;
                }
                (challenge, stored.failures)
            }
            NewLetterOf::Known(challenge) => {
                let (ends_at, now) = (drawn.ends_at.0, act.now.0);
                let Some(failures) = act.extend_challenge(challenge.id, ends_at, now).await? else {
                    return Err(self.why_over(act, challenge.id).await?.into());
                };
                (challenge, failures)
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
        let after = (now - rules.letter_pause).0;
        if act.add_letter(letter, rules.most_letters, after).await? == 0 {
            return Err(AuthError::TooSoon.into());
        }
        act.note(Event::about(&challenge.email, Happened::LetterAsked, ""));
        let taken = self.is_taken(act, challenge).await?;
        self.consume(act, &takes, of.email()).await?;
        let codes_off = failures >= rules.most_failed_codes;
        act.send(drawn.id, self.written(challenge, drawn, taken, codes_off, client));
        Ok(Put::Stored)
    }

    /// The letter in words.
    fn written(
        &self,
        challenge: &ChallengeRow,
        drawn: &DrawnLetter,
        taken: Option<Taken>,
        codes_off: bool,
        client: &Client,
    ) -> Letter {
        let browser = browser_name::of(&client.user_agent);
        let (app, email) = (self.inner.app_name.as_str(), challenge.email.as_str());
        let purpose = purpose(challenge);
        if let Some(taken) = taken {
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
            codes_off,
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

    /// Refuses another letter that comes too early. Answers whether the last one could not be sent.
    pub(super) async fn may_resend(
        &self,
        reader: &mut Reader,
        challenge: Uuid,
        now: Timestamp,
    ) -> Result<bool, Refused> {
        let rules = &self.inner.rules;
        let letters = reader.letters(challenge).await?;
        let lost = (now - rules.letter_lost_after).0;
        let arrived = || letters.iter().filter(|letter| !letter.delivery(lost).never_arrives());
        if arrived().filter(|letter| letter.ends_at > now.0).count() as i64 >= rules.most_letters {
            Err(AuthError::EnoughLetters.into())
        } else if arrived().any(|letter| Timestamp(letter.created_at) + rules.letter_pause > now) {
            Err(AuthError::TooSoon.into())
        } else {
            Ok(letters.first().is_some_and(|letter| letter.delivery(lost).never_arrives()))
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
