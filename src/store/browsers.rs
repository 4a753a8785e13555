//! Statements about the challenges of one browser.

use super::{ChallengeRow, Hashed, Reader, SentEmailRow, StoreError, Transaction, challenge_is_open, read, write};
use crate::{
    ids::ChallengeId,
    types::{EmailAddress, Timestamp},
};

impl Reader {
    /// Returns a challenge of the browser with this secret, ended or not, with each of its emails, newest first: the one
    /// that is named, or else the newest.
    pub async fn challenge_of_browser(
        &mut self,
        browser_hash: Hashed,
        named: Option<ChallengeId>,
    ) -> Result<Vec<SentEmailRow>, StoreError> {
        read!(
            self,
            fetch_all,
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
             FROM magic_auth_challenges JOIN magic_auth_magic_links ON magic_auth_magic_links.challenge_id = magic_auth_challenges.id
             WHERE browser_hash = $1 AND tenant = $3
               AND magic_auth_challenges.id = COALESCE($2, (SELECT id FROM magic_auth_challenges
                 WHERE browser_hash = $1 AND tenant = $3
                                                 ORDER BY created_at DESC, id DESC LIMIT 1))
             ORDER BY magic_auth_magic_links.id DESC",
            browser_hash,
            named; tenant
        )
    }

    /// Returns its newest challenge that logs this address in and does nothing else, ended or not.
    pub async fn challenge_of_browser_for(
        &mut self,
        browser_hash: Hashed,
        email: &EmailAddress,
    ) -> Result<Option<ChallengeRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, email, ends_at, tries, link_tries, used_at, remember, return_to, goes_on_to, change_id,
                    user_agent, client, browser_hash,
                    COALESCE((SELECT failures FROM magic_auth_failed_codes
                      WHERE magic_auth_failed_codes.email = magic_auth_challenges.email
                        AND magic_auth_failed_codes.tenant = magic_auth_challenges.tenant), 0) AS failures
             FROM magic_auth_challenges
             WHERE browser_hash = $1 AND magic_auth_challenges.tenant = $3 AND email = $2 AND goes_on_to IS NULL
               AND change_id IS NULL
             ORDER BY created_at DESC, id DESC LIMIT 1",
            browser_hash,
            email; tenant
        )
    }
}

impl Transaction {
    /// Ends all open challenges of a browser but this one and the newest so many of the others.
    pub async fn end_oldest_challenges(
        &mut self,
        browser_hash: Hashed,
        but: ChallengeId,
        most: i64,
        now: Timestamp,
    ) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            concat!(
                "UPDATE magic_auth_challenges SET ends_at = $3
                 WHERE browser_hash = $1 AND tenant = $5 AND id <> $4 AND ",
                challenge_is_open!("$3"),
                " AND id NOT IN (SELECT id FROM magic_auth_challenges
                                  WHERE browser_hash = $1 AND tenant = $5 AND id <> $4 AND ",
                challenge_is_open!("$3"),
                " ORDER BY created_at DESC, id DESC LIMIT $2)"
            ),
            browser_hash,
            most,
            now,
            but; tenant
        )
    }
}
