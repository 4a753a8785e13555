//! Emails: drawn, stored with their challenge, written and handed over.

use super::{
    Auth, BrowserSecret, Client, Error, Purpose,
    act::{Abort, Act},
    browser_name,
    challenge::{is_invitation, purpose},
    charge::{Charge, Replaces},
    code::Code,
    event::Event,
    secret::{Key, LinkToken},
};
use crate::{
    ids::{ChallengeId, EmailId},
    languages::{Language, utc},
    mail::{AddressTakenEmail, CodeEmail, CodePurpose, Draft},
    store::{ChallengeRow, HashedCode, NewChallenge, NewMagicLink, Reader, Taken},
    types::{AuthError, EmailAddress, EventKind, Timestamp},
};

/// An email that is drawn but not yet stored.
pub(super) struct DrawnMagicLink {
    pub(super) id: EmailId,
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
    fn email(self) -> &'a EmailAddress {
        let (Self::New(challenge) | Self::Known(challenge)) = self;
        &challenge.email
    }
}

impl Auth {
    /// Sends another email of a challenge.
    pub(super) async fn send_another(
        &self,
        challenge: &ChallengeRow,
        browser: &BrowserSecret,
        client: &Client,
    ) -> Result<(), Error> {
        self.admit_email(MagicLinkOf::Known(challenge), client).await?;
        let magic_link = &self.draw_magic_link(challenge, browser, client).await?;
        self.act(client, |mut act| async move {
            self.put_magic_link(&mut act, MagicLinkOf::Known(challenge), magic_link).await
        })
        .await
        .map(|_| ())
    }

    /// Looks whether such an email may be sent, before anybody waits for it; [`put_magic_link`](Self::put_letter) decides.
    pub(super) async fn admit_email(&self, of: MagicLinkOf<'_>, client: &Client) -> Result<(), Error> {
        let mut reader = self.inner.store.reader();
        let charges = self.charges_of(&mut reader, of, self.inner.clock.now(), client).await?;
        self.admit(&charges, of.email(), client)
    }

    /// What an email counts against; refused when it is too early for it.
    async fn charges_of(
        &self,
        reader: &mut Reader,
        of: MagicLinkOf<'_>,
        now: Timestamp,
        client: &Client,
    ) -> Result<Vec<Charge>, Error> {
        let (challenge, replaces) = match of {
            MagicLinkOf::New(challenge) => (challenge, Replaces::Nothing),
            MagicLinkOf::Known(challenge) => (challenge, self.may_resend(reader, challenge.id, now).await?),
        };
        match challenge.change_id {
            Some(_) => self.charges_of_change(&challenge.email, replaces, client),
            None => self.charges_of_email(reader, &challenge.email, replaces, client).await,
        }
    }

    /// Draws an email's code and link, and hashes them.
    pub(super) async fn draw_magic_link(
        &self,
        challenge: &ChallengeRow,
        browser: &BrowserSecret,
        client: &Client,
    ) -> Result<DrawnMagicLink, Error> {
        let (random, rules, now) = (&self.inner.random, &self.inner.rules, self.inner.clock.now());
        let (code, link) = (Code::generate(random, rules.code_digits), LinkToken::generate(random));
        let id: EmailId = random.id(now);
        let hashing = [(browser.key(), challenge.id.uuid()), (link.key(), id.uuid())];
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

    /// Stores an email (with its challenge, when that is new), consumes the limits that it counts against, and
    /// hands it over once that is final.
    pub(super) async fn put_magic_link(
        &self,
        act: &mut Act<'_>,
        of: MagicLinkOf<'_>,
        drawn: &DrawnMagicLink,
    ) -> Result<Put, Abort> {
        match of {
            MagicLinkOf::New(challenge) => act.lock_browser(challenge.browser_hash).await?,
            MagicLinkOf::Known(challenge) => _ = act.lock_challenge(challenge.id).await?,
        }
        let (rules, now, client) = (&self.inner.rules, act.now, act.client());
        let charges = self.charges_of(act, of, now, client).await?;
        let (challenge, failures) = match of {
            MagicLinkOf::New(challenge) => {
                let Some(stored) = act.add_challenge(new_row(challenge, now), rules.most_tries).await? else {
                    return Ok(Put::HasOpen);
                };
                let others = rules.most_challenges - 1;
                if stored.others > others {
                    act.end_oldest_challenges(challenge.browser_hash, challenge.id, others, now).await?;
                }
                (challenge, stored.failures)
            }
            MagicLinkOf::Known(challenge) => {
                let Some(failures) = act.extend_challenge(challenge.id, drawn.ends_at, now).await? else {
                    return Err(self.why_unusable(act, challenge.id).await?.into());
                };
                (challenge, failures)
            }
        };
        let magic_link = NewMagicLink {
            id: drawn.id,
            challenge_id: challenge.id,
            link_hash: drawn.link.hashed(),
            code_hash: drawn.code_hash,
            link_code_hash: drawn.link_code_hash,
            created_at: drawn.at,
            ends_at: drawn.ends_at,
        };
        let after = now - rules.email_pause;
        if act.add_magic_link(magic_link, rules.most_magic_links, after).await? == 0 {
            return Err(AuthError::TooSoon.into());
        }
        act.note(Event::about(&challenge.email, EventKind::LogInRequested, ""));
        let taken = self.is_taken(act, challenge).await?;
        self.consume(act, &charges, of.email()).await?;
        let codes_off = failures >= rules.most_failed_codes;
        act.send(drawn.id, self.drafted(challenge, drawn, taken, codes_off, client));
        Ok(Put::Stored)
    }

    /// Whether an email that confirms a change must not go out as such, because somebody has the address: they get one
    /// that says so instead.
    async fn is_taken(&self, act: &mut Act<'_>, challenge: &ChallengeRow) -> Result<Option<Taken>, Error> {
        let Some(change_id) = challenge.change_id else { return Ok(None) };
        let Some(change) = act.email_change(change_id).await? else { return Ok(Some(Taken::Left)) };
        let now = act.now;
        Ok(act.is_taken(&challenge.email, change.user_id, now).await?)
    }

    /// The email, to be put into words.
    fn drafted(
        &self,
        challenge: &ChallengeRow,
        drawn: &DrawnMagicLink,
        taken: Option<Taken>,
        codes_off: bool,
        client: &Client,
    ) -> Draft {
        let spoken = self.language_of(client);
        let (browser, address) = self.asked_by(challenge, client, &spoken);
        let (app, email) = (self.inner.app_name.clone(), challenge.email.to_string());
        let (language, support) = (spoken.tag().to_owned(), self.inner.support.clone());
        if let Some(taken) = taken {
            let left = taken == Taken::Left;
            return Draft::AddressTaken(AddressTakenEmail {
                app,
                email,
                left,
                browser,
                client: address,
                at: utc(&spoken, drawn.at),
                support,
                language,
                spoken,
            });
        }
        Draft::Code(CodeEmail {
            codes_off,
            purpose: match purpose(challenge) {
                Purpose::LogIn if is_invitation(challenge) => CodePurpose::Invite,
                Purpose::LogIn => CodePurpose::LogIn,
                Purpose::Prove { new_email } => CodePurpose::Prove { new_email: new_email.to_string() },
                Purpose::Confirm { .. } => CodePurpose::Confirm,
            },
            app,
            site: self.inner.public_url.host_str().unwrap_or_default().to_owned(),
            email,
            code: drawn.code.reveal(),
            link: self.whole(&self.inner.paths.verify(&[("token", &drawn.link.reveal())])),
            browser,
            client: address,
            minutes: self.inner.rules.magic_link_lifetime.as_secs().div_ceil(60),
            ends_at: utc(&spoken, drawn.ends_at),
            support,
            language,
            spoken,
        })
    }

    /// Returns who asked for an email, in words, and from where: a client, or the application itself.
    fn asked_by(&self, challenge: &ChallengeRow, client: &Client, language: &Language) -> (String, String) {
        if is_invitation(challenge) {
            let site = self.inner.public_url.host_str().unwrap_or_default();
            return (self.inner.app_name.clone(), site.to_owned());
        }
        (browser_name::of(&client.user_agent).said_in(language), client.name.clone())
    }

    /// Refuses another email that comes too early. Returns whether it takes the place of one that could not be sent.
    pub(super) async fn may_resend(
        &self,
        reader: &mut Reader,
        challenge: ChallengeId,
        now: Timestamp,
    ) -> Result<Replaces, Error> {
        let rules = &self.inner.rules;
        let magic_links = reader.magic_links(challenge).await?;
        let lost = now - rules.email_lost_after;
        let arrived = || magic_links.iter().filter(|magic_link| !magic_link.delivery(lost).never_arrives());
        if arrived().filter(|magic_link| magic_link.ends_at > now).count() as i64 >= rules.most_magic_links {
            Err(AuthError::EnoughEmails.into())
        } else if arrived().any(|magic_link| magic_link.created_at + rules.email_pause > now) {
            Err(AuthError::TooSoon.into())
        } else {
            let failed = magic_links.first().is_some_and(|magic_link| magic_link.delivery(lost).never_arrives());
            Ok(if failed { Replaces::FailedEmail } else { Replaces::Nothing })
        }
    }
}

fn new_row(challenge: &ChallengeRow, now: Timestamp) -> NewChallenge<'_> {
    NewChallenge {
        id: challenge.id,
        browser_hash: challenge.browser_hash,
        email: &challenge.email,
        remember: challenge.remember,
        return_to: challenge.return_to.as_deref(),
        goes_on_to: challenge.goes_on_to.as_ref(),
        change_id: challenge.change_id,
        user_agent: &challenge.user_agent,
        client: &challenge.client,
        created_at: now,
        ends_at: challenge.ends_at,
    }
}
