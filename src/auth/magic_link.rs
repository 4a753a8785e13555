//! Emails: drawn, stored with their challenge, written and handed over.

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
    mail::{AddressTakenEmail, CodeEmail, CodePurpose, EmailMessage, utc},
    store::{ChallengeRow, NewChallenge, NewMagicLink, Reader, Taken},
    types::{AuthError, Timestamp},
};
use uuid::Uuid;

/// An email that is drawn but not yet stored.
pub(super) struct DrawnMagicLink {
    pub(super) id: Uuid,
    code: Code,
    link: LinkToken,
    code_hash: HashedCode,
    link_code_hash: HashedCode,
    at: Timestamp,
    ends_at: Timestamp,
}

/// What became of an email.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Put {
    /// It is stored, and goes out.
    Stored,
    /// Nothing was stored: its browser has an open challenge already by which it logs the address in.
    HasOpen,
}

/// The challenge of an email about to be stored.
#[derive(Clone, Copy)]
pub(super) enum MagicLinkOf<'a> {
    /// Stored together with it.
    New(&'a ChallengeRow),
    /// There already.
    Known(&'a ChallengeRow),
}

impl<'a> MagicLinkOf<'a> {
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
            ends_at: (now + self.inner.rules.magic_link_lifetime).0,
            tries: 0,
            link_tries: 0,
            used_at: None,
            remember: true,
            return_to: None,
            goes_on_to,
            change_id,
            user_agent: client.user_agent.clone(),
            client: client.address.clone(),
            browser_hash: browser.hashed().as_bytes().to_vec(),
            failures: 0,
        }
    }

    /// Sends another email of a challenge.
    pub(super) async fn send_another(
        &self,
        challenge: &ChallengeRow,
        browser: &BrowserSecret,
        client: &Client,
    ) -> Result<(), Refused> {
        self.look_at_email(MagicLinkOf::Known(challenge), client).await?;
        let magic_link = &self.draw_magic_link(challenge, browser, client).await?;
        self.act(client, |mut act| async move {
            self.put_magic_link(&mut act, MagicLinkOf::Known(challenge), magic_link).await
        })
        .await
        .map(|_| ())
    }

    /// Looks whether such an email may be sent, before anybody waits for it; [`put_magic_link`](Self::put_letter) decides.
    pub(super) async fn look_at_email(&self, of: MagicLinkOf<'_>, client: &Client) -> Result<(), Refused> {
        let mut look = self.inner.store.look();
        let takes = self.budgets_of_email(&mut look, of, self.inner.clock.now(), client).await?;
        self.look(&takes, of.email(), client)
    }

    /// What an email counts against; refused when it is too early for it.
    async fn budgets_of_email(
        &self,
        reader: &mut Reader,
        of: MagicLinkOf<'_>,
        now: Timestamp,
        client: &Client,
    ) -> Result<Vec<Take>, Refused> {
        let (challenge, replaces_failed) = match of {
            MagicLinkOf::New(challenge) => (challenge, false),
            MagicLinkOf::Known(challenge) => (challenge, self.may_resend(reader, challenge.id, now).await?),
        };
        match challenge.change_id {
            Some(_) => self.budgets_of_change(&challenge.email, replaces_failed, client),
            None => self.budgets(reader, &challenge.email, replaces_failed, client).await,
        }
    }

    /// Draws an email's code and link, and hashes them.
    pub(super) async fn draw_magic_link(
        &self,
        challenge: &ChallengeRow,
        browser: &BrowserSecret,
        client: &Client,
    ) -> Result<DrawnMagicLink, Refused> {
        let (random, rules, now) = (&self.inner.random, &self.inner.rules, self.inner.clock.now());
        let (code, link) = (Code::generate(random, rules.code_digits), LinkToken::generate(random));
        let id = random.id(now);
        let hashing = [(browser.key(), challenge.id), (link.key(), id)];
        let [code_hash, link_code_hash] = self.hash(&code, hashing, client).await?;
        Ok(DrawnMagicLink {
            id,
            code,
            link,
            code_hash,
            link_code_hash,
            at: now,
            ends_at: now + rules.magic_link_lifetime,
        })
    }

    /// Stores an email (with its challenge, when that is new), takes it from the budgets that it counts against, and
    /// hands it over once that is final.
    pub(super) async fn put_magic_link(
        &self,
        act: &mut Act<'_>,
        of: MagicLinkOf<'_>,
        drawn: &DrawnMagicLink,
    ) -> Result<Put, Abort> {
        let (rules, now, client) = (&self.inner.rules, drawn.at, act.client());
        let takes = self.budgets_of_email(act, of, now, client).await?;
        let (challenge, failures) = match of {
            MagicLinkOf::New(challenge) => {
                act.lock_browser(&challenge.browser_hash).await?;
                let Some(stored) = act.add_challenge(new_row(challenge, now), rules.most_tries).await? else {
                    return Ok(Put::HasOpen);
                };
                let (others, now) = (rules.most_challenges - 1, act.now.0);
                if stored.others > others {
                    act.end_oldest_challenges(&challenge.browser_hash, challenge.id, others, now).await?;
                }
                (challenge, stored.failures)
            }
            MagicLinkOf::Known(challenge) => {
                let (ends_at, now) = (drawn.ends_at.0, act.now.0);
                let Some(failures) = act.extend_challenge(challenge.id, ends_at, now).await? else {
                    return Err(self.why_over(act, challenge.id).await?.into());
                };
                (challenge, failures)
            }
        };
        let link_hash = drawn.link.hashed();
        let magic_link = NewMagicLink {
            id: drawn.id,
            challenge_id: challenge.id,
            link_hash: link_hash.as_bytes(),
            code_hash: drawn.code_hash.as_bytes(),
            link_code_hash: drawn.link_code_hash.as_bytes(),
            created_at: now.0,
            ends_at: drawn.ends_at.0,
        };
        let after = (now - rules.email_pause).0;
        if act.add_magic_link(magic_link, rules.most_magic_links, after).await? == 0 {
            return Err(AuthError::TooSoon.into());
        }
        act.note(Event::about(&challenge.email, Happened::LogInRequested, ""));
        let taken = self.is_taken(act, challenge).await?;
        self.consume(act, &takes, of.email()).await?;
        let codes_off = failures >= rules.most_failed_codes;
        act.send(drawn.id, self.written(challenge, drawn, taken, codes_off, client));
        Ok(Put::Stored)
    }

    /// The email in words.
    fn written(
        &self,
        challenge: &ChallengeRow,
        drawn: &DrawnMagicLink,
        taken: Option<Taken>,
        codes_off: bool,
        client: &Client,
    ) -> EmailMessage {
        let browser = browser_name::of(&client.user_agent);
        let (app, email) = (self.inner.app_name.as_str(), challenge.email.as_str());
        let purpose = purpose(challenge);
        if let Some(taken) = taken {
            let magic_link = AddressTakenEmail {
                app,
                email,
                left: taken == Taken::Left,
                browser: &browser,
                client: &client.address,
                at: &utc(drawn.at),
            };
            return magic_link.written(drawn.id, drawn.at);
        }
        let magic_link = CodeEmail {
            codes_off,
            purpose: match &purpose {
                Purpose::LogIn => CodePurpose::LogIn,
                Purpose::Prove { new_email } => CodePurpose::Prove { new_email: new_email.as_str() },
                Purpose::Confirm { .. } => CodePurpose::Confirm,
            },
            app,
            site: self.inner.public_url.host_str().unwrap_or_default(),
            email,
            code: &drawn.code.reveal(),
            link: &self.whole(&self.inner.paths.verify(&[("token", &drawn.link.reveal())])),
            browser: &browser,
            client: &client.address,
            minutes: self.inner.rules.magic_link_lifetime.as_secs().div_ceil(60),
            ends_at: &utc(drawn.ends_at),
        };
        magic_link.written(drawn.id, drawn.at)
    }

    /// Refuses another email that comes too early. Answers whether the last one could not be sent.
    pub(super) async fn may_resend(
        &self,
        reader: &mut Reader,
        challenge: Uuid,
        now: Timestamp,
    ) -> Result<bool, Refused> {
        let rules = &self.inner.rules;
        let magic_links = reader.magic_links(challenge).await?;
        let lost = (now - rules.email_lost_after).0;
        let arrived = || magic_links.iter().filter(|magic_link| !magic_link.delivery(lost).never_arrives());
        if arrived().filter(|magic_link| magic_link.ends_at > now.0).count() as i64 >= rules.most_magic_links {
            Err(AuthError::EnoughEmails.into())
        } else if arrived().any(|magic_link| Timestamp(magic_link.created_at) + rules.email_pause > now) {
            Err(AuthError::TooSoon.into())
        } else {
            Ok(magic_links.first().is_some_and(|magic_link| magic_link.delivery(lost).never_arrives()))
        }
    }
}

fn new_row(challenge: &ChallengeRow, now: Timestamp) -> NewChallenge<'_> {
    NewChallenge {
        id: challenge.id,
        browser_hash: &challenge.browser_hash,
        email: &challenge.email,
        remember: challenge.remember,
        return_to: challenge.return_to.as_deref(),
        goes_on_to: challenge.goes_on_to.as_deref(),
        change_id: challenge.change_id,
        user_agent: &challenge.user_agent,
        client: &challenge.client,
        created_at: now.0,
        ends_at: challenge.ends_at,
    }
}
