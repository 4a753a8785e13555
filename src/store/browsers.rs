//! Statements about the challenges of one browser.

use super::{ChallengeRow, Reader, SentEmailRow, StoreError, Transaction, read, write};
use uuid::Uuid;

impl Reader {
    /// Returns a challenge of the browser with this secret, ended or not, with each of its emails, newest first: the one
    /// that is named, or else the newest.
    pub async fn challenge_of_browser(
        &mut self,
        browser_hash: &[u8],
        named: Option<Uuid>,
    ) -> Result<Vec<SentEmailRow>, StoreError> {
        read!(
            self,
            fetch_all,
            "SELECT challenges.id, email, challenges.ends_at, tries, link_tries, used_at, remember, return_to, goes_on_to,
                    change_id, user_agent, client, browser_hash,
                    COALESCE((SELECT failures FROM failed_codes WHERE failed_codes.email = challenges.email AND failed_codes.tenant = challenges.tenant), 0)
                        AS failures,
                    magic_links.id AS magic_link_id, challenge_id, code_hash, link_code_hash,
                    magic_links.created_at AS magic_link_created_at, magic_links.ends_at AS magic_link_ends_at, delivery
             FROM challenges JOIN magic_links ON magic_links.challenge_id = challenges.id
             WHERE browser_hash = $1 AND tenant = $3
               AND challenges.id = COALESCE($2, (SELECT id FROM challenges WHERE browser_hash = $1 AND tenant = $3
                                                 ORDER BY created_at DESC, id DESC LIMIT 1))
             ORDER BY magic_links.id DESC",
            browser_hash,
            named,
            &*self.tenant,
        )
    }

    /// Returns its newest challenge that logs this address in and does nothing else, ended or not.
    pub async fn challenge_of_browser_for(
        &mut self,
        browser_hash: &[u8],
        email: &str,
    ) -> Result<Option<ChallengeRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, email, ends_at, tries, link_tries, used_at, remember, return_to, goes_on_to, change_id,
                    user_agent, client, browser_hash,
                    COALESCE((SELECT failures FROM failed_codes WHERE failed_codes.email = challenges.email AND failed_codes.tenant = challenges.tenant), 0) AS failures
             FROM challenges
             WHERE browser_hash = $1 AND challenges.tenant = $3 AND email = $2 AND goes_on_to IS NULL AND change_id IS NULL
             ORDER BY created_at DESC, id DESC LIMIT 1",
            browser_hash,
            email,
            &*self.tenant,
        )
    }
}

impl Transaction {
    /// Ends all open challenges of a browser but this one and the newest so many of the others.
    pub async fn end_oldest_challenges(
        &mut self,
        browser_hash: &[u8],
        but: Uuid,
        most: i64,
        now: i64,
    ) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE challenges SET ends_at = $3
             WHERE browser_hash = $1 AND tenant = $5 AND id <> $4 AND used_at IS NULL AND ends_at > $3
               AND id NOT IN (SELECT id FROM challenges
                              WHERE browser_hash = $1 AND tenant = $5 AND id <> $4 AND used_at IS NULL AND ends_at > $3
                              ORDER BY created_at DESC, id DESC LIMIT $2)",
            browser_hash,
            most,
            now,
            but,
            &*self.reader.tenant,
        )
    }
}
