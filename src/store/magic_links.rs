//! Statements about emails.

use super::{
    ChallengeRow, Hashed, HashedCode, Reader, Store, StoreError, Transaction, magic_link_counts, read, row, write,
};
use crate::{
    ids::{ChallengeId, EmailId},
    types::{EmailAddress, Timestamp},
};

/// How far an email has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It waits, or is being handed over.
    Pending,
    /// A mail server (or the mailbox) has it.
    Sent,
    /// It was never handed over, and will not arrive.
    Failed,
    /// A mail server refused it, and it will not arrive.
    Refused,
    /// A mail server may have it: it may still arrive.
    Unknown,
}

impl Delivery {
    /// Returns the word that is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
        }
    }

    /// Whether the email certainly does not arrive: another one may take its place at once.
    pub fn never_arrives(self) -> bool {
        matches!(self, Self::Failed | Self::Refused)
    }

    pub(super) fn parse(word: &str) -> Option<Self> {
        let all = [Self::Pending, Self::Sent, Self::Failed, Self::Refused, Self::Unknown];
        all.into_iter().find(|delivery| delivery.as_str() == word)
    }
}

/// An email as stored.
#[derive(Clone, Debug)]
pub struct MagicLinkRow {
    /// The email's id; also the salt of its code for the other-browser path.
    pub id: EmailId,
    /// Its challenge.
    pub challenge_id: ChallengeId,
    /// The code, keyed with the browser's secret.
    pub code_hash: HashedCode,
    /// The code, keyed with the link's token.
    pub link_code_hash: HashedCode,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// How far it has come, as far as was noted.
    delivery: Delivery,
}

row!(
    MagicLinkRow {
        id as "magic_link_id",
        challenge_id,
        code_hash,
        link_code_hash,
        created_at as "magic_link_created_at",
        ends_at as "magic_link_ends_at",
        delivery,
    }
);

/// An email with its challenge.
#[derive(Clone, Debug)]
pub struct SentEmailRow {
    /// Its challenge.
    pub challenge: ChallengeRow,
    /// The email.
    pub magic_link: MagicLinkRow,
}

row!(SentEmailRow {}, challenge, magic_link);

impl MagicLinkRow {
    /// How far the email has come. Of one that was pending already at `lost` nobody will learn: the server that sent it
    /// has stopped.
    pub fn delivery(&self, lost: Timestamp) -> Delivery {
        match self.delivery {
            Delivery::Pending if self.created_at <= lost => Delivery::Unknown,
            delivery => delivery,
        }
    }
}

/// An email about to be stored.
pub struct NewMagicLink {
    /// The email's id.
    pub id: EmailId,
    /// Its challenge.
    pub challenge_id: ChallengeId,
    /// SHA-256 of the link's token.
    pub link_hash: Hashed,
    /// The code, keyed with the browser's secret.
    pub code_hash: HashedCode,
    /// The code, keyed with the link's token.
    pub link_code_hash: HashedCode,
    /// Now.
    pub created_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
}

impl Reader {
    /// A challenge's emails, newest first.
    pub async fn magic_links(&mut self, challenge: ChallengeId) -> Result<Vec<MagicLinkRow>, StoreError> {
        read!(
            self,
            fetch_all,
            "SELECT id AS magic_link_id, challenge_id, code_hash, link_code_hash, created_at AS magic_link_created_at,
                    ends_at AS magic_link_ends_at, delivery
             FROM magic_auth_magic_links WHERE challenge_id = $1 ORDER BY id DESC",
            challenge,
        )
    }

    /// Returns the email with this link, with its challenge.
    pub async fn magic_link_of_token(&mut self, link_hash: Hashed) -> Result<Option<SentEmailRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT magic_auth_challenges.id, email, magic_auth_challenges.ends_at, tries, link_tries, used_at,
               remember, return_to, goes_on_to,
                    change_id, user_agent, client, browser_hash,
                    COALESCE((SELECT failures FROM magic_auth_failed_codes
                      WHERE magic_auth_failed_codes.email = magic_auth_challenges.email
                        AND magic_auth_failed_codes.tenant = magic_auth_challenges.tenant), 0)
                        AS failures,
                    magic_auth_magic_links.id AS magic_link_id, challenge_id, code_hash, link_code_hash,
                    magic_auth_magic_links.created_at AS magic_link_created_at,
                      magic_auth_magic_links.ends_at AS magic_link_ends_at, delivery
             FROM magic_auth_magic_links JOIN magic_auth_challenges ON magic_auth_challenges.id = magic_auth_magic_links.challenge_id
             WHERE link_hash = $1 AND magic_auth_challenges.tenant = $2",
            link_hash; tenant
        )
    }

    /// Where the email with this link went, good or not, if that was after `since`.
    pub async fn address_of_link(
        &mut self,
        link_hash: Hashed,
        since: Timestamp,
    ) -> Result<Option<EmailAddress>, StoreError> {
        let row: Option<(EmailAddress,)> = read!(
            self,
            fetch_optional,
            "SELECT email
               FROM magic_auth_magic_links JOIN magic_auth_challenges ON magic_auth_challenges.id = magic_auth_magic_links.challenge_id
             WHERE link_hash = $1 AND magic_auth_challenges.tenant = $3 AND magic_auth_magic_links.created_at > $2",
            link_hash,
            since; tenant
        )?;
        Ok(row.map(|(email,)| email))
    }
}

impl Transaction {
    /// Stores an email, unless its challenge holds `most` emails that are good now, or has one younger than `after`.
    /// Those that certainly do not arrive do not count. Answers how many were stored (0 or 1).
    pub async fn add_magic_link(&mut self, new: NewMagicLink, most: i64, after: Timestamp) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            concat!(
                "INSERT INTO magic_auth_magic_links (id, challenge_id, link_hash, code_hash, link_code_hash,
                   created_at, ends_at)
                 SELECT $1, $2, $3, $4, $5, $6, $7
                 WHERE (SELECT COUNT(*) FROM magic_auth_magic_links
                        WHERE challenge_id = $2 AND ends_at > $6
                          AND ",
                magic_link_counts!(),
                ") < $8
                   AND NOT EXISTS (SELECT 1 FROM magic_auth_magic_links
                                   WHERE challenge_id = $2 AND created_at > $9
                                     AND ",
                magic_link_counts!(),
                ")"
            ),
            new.id,
            new.challenge_id,
            new.link_hash,
            new.code_hash,
            new.link_code_hash,
            new.created_at,
            new.ends_at,
            most,
            after,
        )
    }
}

impl Store {
    /// Notes how far an email has come. One statement needs no transaction around it.
    pub async fn magic_link_is(&self, id: EmailId, delivery: Delivery) -> Result<(), StoreError> {
        let mut writer = self.writer();
        let _: Vec<(EmailId,)> = read!(
            writer,
            fetch_all,
            "UPDATE magic_auth_magic_links SET delivery = $2
              WHERE id = $1 RETURNING id",
            id,
            delivery
        )?;
        Ok(())
    }
}
