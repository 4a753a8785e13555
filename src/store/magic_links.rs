//! Statements about emails.

use super::{ChallengeRow, Reader, Store, StoreError, Transaction, read, row, write};
use uuid::Uuid;

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
    fn as_str(self) -> &'static str {
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

    fn parse(word: &str) -> Self {
        match word {
            "sent" => Self::Sent,
            "failed" => Self::Failed,
            "refused" => Self::Refused,
            "unknown" => Self::Unknown,
            _ => Self::Pending,
        }
    }
}

/// An email as stored.
#[derive(Clone, Debug)]
pub struct MagicLinkRow {
    /// The email's id; also the salt of its code for the other-browser path.
    pub id: Uuid,
    /// Its challenge.
    pub challenge_id: Uuid,
    /// The code, keyed with the browser's secret.
    pub code_hash: Vec<u8>,
    /// The code, keyed with the link's token.
    pub link_code_hash: Vec<u8>,
    /// When it was asked for.
    pub created_at: i64,
    /// When it ends.
    pub ends_at: i64,
    /// A word of [`Delivery`].
    delivery: String,
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
    pub fn delivery(&self, lost: i64) -> Delivery {
        match Delivery::parse(&self.delivery) {
            Delivery::Pending if self.created_at <= lost => Delivery::Unknown,
            delivery => delivery,
        }
    }
}

/// An email about to be stored.
pub struct NewMagicLink<'a> {
    /// The email's id.
    pub id: Uuid,
    /// Its challenge.
    pub challenge_id: Uuid,
    /// SHA-256 of the link's token.
    pub link_hash: &'a [u8],
    /// The code, keyed with the browser's secret.
    pub code_hash: &'a [u8],
    /// The code, keyed with the link's token.
    pub link_code_hash: &'a [u8],
    /// Now.
    pub created_at: i64,
    /// When it ends.
    pub ends_at: i64,
}

impl Reader {
    /// A challenge's emails, newest first.
    pub async fn magic_links(&mut self, challenge: Uuid) -> Result<Vec<MagicLinkRow>, StoreError> {
        read!(
            self,
            fetch_all,
            "SELECT id AS magic_link_id, challenge_id, code_hash, link_code_hash, created_at AS magic_link_created_at,
                    ends_at AS magic_link_ends_at, delivery
             FROM magic_links WHERE challenge_id = $1 ORDER BY id DESC",
            challenge,
        )
    }

    /// Returns the email with this link, with its challenge.
    pub async fn magic_link_of_token(&mut self, link_hash: &[u8]) -> Result<Option<SentEmailRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT challenges.id, email, challenges.ends_at, tries, link_tries, used_at, remember, return_to, goes_on_to,
                    change_id, user_agent, client, browser_hash,
                    COALESCE((SELECT failures FROM failed_codes WHERE failed_codes.email = challenges.email), 0)
                        AS failures,
                    magic_links.id AS magic_link_id, challenge_id, code_hash, link_code_hash,
                    magic_links.created_at AS magic_link_created_at, magic_links.ends_at AS magic_link_ends_at, delivery
             FROM magic_links JOIN challenges ON challenges.id = magic_links.challenge_id
             WHERE link_hash = $1",
            link_hash,
        )
    }

    /// Where the email with this link went, good or not, if that was after `since`.
    pub async fn address_of_link(&mut self, link_hash: &[u8], since: i64) -> Result<Option<String>, StoreError> {
        let row: Option<(String,)> = read!(
            self,
            fetch_optional,
            "SELECT email FROM magic_links JOIN challenges ON challenges.id = magic_links.challenge_id
             WHERE link_hash = $1 AND magic_links.created_at > $2",
            link_hash,
            since,
        )?;
        Ok(row.map(|(email,)| email))
    }
}

impl Transaction {
    /// Stores an email, unless its challenge holds `most` emails that are good now, or has one younger than `after`.
    /// Those that certainly do not arrive do not count. Answers how many were stored (0 or 1).
    pub async fn add_magic_link(&mut self, new: NewMagicLink<'_>, most: i64, after: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "INSERT INTO magic_links (id, challenge_id, link_hash, code_hash, link_code_hash, created_at, ends_at)
             SELECT $1, $2, $3, $4, $5, $6, $7
             WHERE (SELECT COUNT(*) FROM magic_links
                    WHERE challenge_id = $2 AND ends_at > $6
                      AND delivery NOT IN ('failed', 'refused')) < $8
               AND NOT EXISTS (SELECT 1 FROM magic_links
                               WHERE challenge_id = $2 AND created_at > $9
                                 AND delivery NOT IN ('failed', 'refused'))",
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
    /// Notes how far an email has come.
    pub async fn magic_link_is(&self, id: Uuid, delivery: Delivery) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        let word = delivery.as_str();
        write!(transaction, execute, "UPDATE magic_links SET delivery = $2 WHERE id = $1", id, word)?;
        transaction.commit().await
    }
}
