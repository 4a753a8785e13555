//! What an email's link does: in the browser that asked, and in another.

use super::{
    Auth, BrowserSecret, Client, Error, LinkToken, Proved, Purpose, SessionToken,
    browser_name::{self, BrowserName},
    challenge::{goes_on_only_where_asked, is_invitation, is_own, purpose},
    code::Code,
    proof::{By, Proof},
    secret::Key,
};
use crate::{
    store::{ChallengeRow, MagicLinkRow, Reader},
    types::{AuthError, EmailAddress, Timestamp},
};

/// What a link would do in this browser: what its confirm page shows. Looking changes nothing.
#[derive(Clone, Debug)]
pub enum LinkState {
    /// This browser asked: one click logs in.
    Own {
        /// The address that it logs in.
        email: EmailAddress,
        /// What it does besides.
        purpose: Purpose,
    },
    /// Another browser asked: the code of the same email is needed too.
    Other {
        /// Whether no browser asked, but the application itself.
        is_invitation: bool,
        /// The address that it logs in.
        email: EmailAddress,
        /// What it does besides.
        purpose: Purpose,
        /// The browser that asked, in our words.
        browser: BrowserName,
        /// The client that asked.
        client: String,
        /// When it asked.
        asked_at: Timestamp,
        /// Codes that may still be tried with this link.
        tries_left: i64,
        /// Whether the one who asked wants the session to outlive the browser's window.
        remember: bool,
    },
    /// Another browser asked, and it confirms a change of address: that goes on only there.
    OnlyWhereAsked {
        /// The address that it confirms.
        email: EmailAddress,
        /// The browser that asked, in our words.
        browser: BrowserName,
        /// The client that asked.
        client: String,
        /// When it asked.
        asked_at: Timestamp,
    },
    /// It logs nobody in.
    Unusable {
        /// Why.
        error: AuthError,
        /// The address that it would have logged in; none when it is no link of ours.
        email: Option<EmailAddress>,
        /// What it would have done besides.
        purpose: Purpose,
        /// The page that met the log-in wall; none in another browser than the one that met it.
        return_to: Option<String>,
    },
}

/// What somebody does with a link.
pub struct UseLink<'a> {
    /// The link's token.
    pub token: Option<&'a LinkToken>,
    /// The challenge that this browser has.
    pub browser: Option<&'a BrowserSecret>,
    /// The code as typed; only another browser than the one that asked needs it.
    pub code: &'a str,
    /// Whether the session shall outlive the browser's window; the browser that asked has said so already.
    pub remember: bool,
}

impl Auth {
    /// What this link would do in this browser.
    ///
    /// # Errors
    /// [`Error::Store`] when the database fails.
    #[tracing::instrument(skip_all)]
    pub async fn link(&self, token: &LinkToken, browser: Option<&BrowserSecret>) -> Result<LinkState, Error> {
        let now = self.inner.clock.now();
        let mut reader = self.inner.store.reader();
        let Some((magic_link, challenge)) = email_of(&mut reader, token).await? else {
            let (error, purpose) = (AuthError::BadLink, Purpose::LogIn);
            return Ok(LinkState::Unusable { error, email: None, purpose, return_to: None });
        };
        let (email, purpose) = (challenge.email.clone(), purpose(&challenge));
        if let Some(error) = self.link_unusable(&mut reader, &magic_link, &challenge, browser, now).await? {
            let return_to = challenge.return_to.clone().filter(|_| is_own(&challenge, browser));
            return Ok(LinkState::Unusable { error, email: Some(email), purpose, return_to });
        }
        if is_own(&challenge, browser) {
            return Ok(LinkState::Own { email, purpose });
        }
        let (browser, asked_at) = (browser_name::of(&challenge.user_agent), magic_link.created_at);
        let is_invitation = is_invitation(&challenge);
        if goes_on_only_where_asked(&challenge) {
            return Ok(LinkState::OnlyWhereAsked { email, browser, client: challenge.client, asked_at });
        }
        let tries_left = self.inner.rules.most_tries - challenge.link_tries;
        if tries_left <= 0 {
            let error = AuthError::TriesUsedUp;
            return Ok(LinkState::Unusable { error, email: Some(email), purpose, return_to: None });
        }
        Ok(LinkState::Other {
            is_invitation,
            email,
            purpose,
            browser,
            client: challenge.client,
            asked_at,
            tries_left,
            remember: challenge.remember,
        })
    }

    /// Logs in with a link: in the browser that asked by itself, in another one together with the code of the same
    /// email. It is only ever this browser that is logged in. A link that confirms a change of address works only in the
    /// browser that asked.
    ///
    /// # Errors
    /// As for [`log_in_with_code`](Self::log_in_with_code).
    #[tracing::instrument(skip_all)]
    pub async fn log_in_with_link(
        &self,
        used: UseLink<'_>,
        old: Option<&SessionToken>,
        client: &Client,
    ) -> Result<Proved, Error> {
        let token = used.token.ok_or(AuthError::BadLink)?;
        let now = self.inner.clock.now();
        let mut reader = self.inner.store.reader();
        let (magic_link, challenge) = email_of(&mut reader, token).await?.ok_or(AuthError::BadLink)?;
        if let Some(error) = self.link_unusable(&mut reader, &magic_link, &challenge, used.browser, now).await? {
            return Err(self.refuse_at_cost(&challenge, error, client).await);
        }
        let hash = if is_own(&challenge, used.browser) {
            None
        } else if goes_on_only_where_asked(&challenge) {
            // Nothing is compared and no try is counted; the client pays for it as for a code.
            return Err(self.refuse_at_cost(&challenge, AuthError::OnlyWhereAsked, client).await);
        } else {
            if used.code.trim().is_empty() {
                return Err(AuthError::CodeNeeded.into());
            }
            let code = Code::parse(used.code, self.inner.rules.code_digits).ok_or(AuthError::NotACode)?;
            self.admit_code(&challenge.email, client)?;
            let [hash] = self.hash(&code, [(token.key(), magic_link.id.uuid())], client).await?;
            Some(hash)
        };
        let proof =
            Proof { challenge: &challenge, magic_link: &magic_link, by: By::Link, remember: challenge.remember };
        // Emails never change: what decides is whether the challenge can be used up, once it is this one's turn.
        let proof = match &hash {
            None => Some(proof),
            Some(hash) if hash.is(&magic_link.link_code_hash) => {
                Some(Proof { by: By::LinkWithCode, remember: used.remember, ..proof })
            }
            Some(_) => None,
        };
        if let Some(proof) = proof {
            return self.log_in_by(proof, old, client).await;
        }
        let (challenge, magic_link) = (&challenge, &magic_link);
        self.act(client, |mut act| async move { Err(self.refuse_code_of_link(&mut act, challenge, magic_link).await) })
            .await
    }

    /// Why this link logs nobody in any more, in this browser; none while it does, or while it can repeat a log-in.
    async fn link_unusable(
        &self,
        reader: &mut Reader,
        magic_link: &MagicLinkRow,
        challenge: &ChallengeRow,
        browser: Option<&BrowserSecret>,
        now: Timestamp,
    ) -> Result<Option<AuthError>, Error> {
        let is_expired = magic_link.ends_at.min(challenge.ends_at) <= now;
        if challenge.used_at.is_none() {
            return Ok(is_expired.then_some(AuthError::Expired));
        }
        let repeats = !is_expired && is_own(challenge, browser) && self.is_repeatable(reader, challenge, now).await?;
        Ok((!repeats).then_some(AuthError::Used))
    }
}

/// The email with this link, and its challenge.
async fn email_of(reader: &mut Reader, token: &LinkToken) -> Result<Option<(MagicLinkRow, ChallengeRow)>, Error> {
    let sent = reader.magic_link_of_token(token.hashed()).await?;
    Ok(sent.map(|sent| (sent.magic_link, sent.challenge)))
}
