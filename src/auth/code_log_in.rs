//! Logging in with a code, in the browser that asked; and what a code costs that is refused.

use super::{
    Auth, Client, Error, Proved, SessionToken,
    code::Code,
    own_challenge::{Found, OwnChallenge},
    proof::{By, Proof},
    secret::Key,
};
use crate::types::AuthError;

impl Auth {
    /// Logs in with the code of an email of this browser's challenge, and of no other one that it has. The try is
    /// counted before anything is compared.
    ///
    /// # Errors
    /// [`Error::Rejected`] says what is wrong with the code or the challenge; [`Error::Limited`], [`Error::Busy`], and
    /// failures of ours, by which nothing is used up.
    #[tracing::instrument(skip_all)]
    pub async fn log_in_with_code(
        &self,
        own: OwnChallenge<'_>,
        typed: &str,
        old: Option<&SessionToken>,
        client: &Client,
    ) -> Result<Proved, Error> {
        let mut reader = self.inner.store.reader();
        let Found { browser, challenge, magic_links } = own.found(&mut reader).await?.ok_or(AuthError::NoChallenge)?;
        let asked_at = self.inner.clock.now();
        if let Some(error) = self.unusable_where_asked(&mut reader, &challenge, asked_at).await? {
            return Err(self.refuse_at_cost(&challenge, error, client).await);
        }
        let code = Code::parse(typed, self.inner.rules.code_digits).ok_or(AuthError::NotACode)?;
        self.admit_code(&challenge.email, client)?;

        let [hash] = self.hash(&code, [(browser.key(), challenge.id.uuid())], client).await?;
        // Emails never change: what decides is whether the challenge can be used up, once it is this one's turn.
        let magic_link =
            magic_links.iter().find(|magic_link| magic_link.ends_at > asked_at && hash.is(&magic_link.code_hash));
        let challenge = &challenge;
        if let Some(magic_link) = magic_link {
            let proof = Proof { challenge, magic_link, by: By::Code, remember: challenge.remember };
            return self.log_in_by(proof, old, client).await;
        }
        self.act(client, |mut act| async move {
            let act = &mut *act;
            let challenge = act.lock_challenge(challenge.id).await?.ok_or(AuthError::NoChallenge)?;
            Err(self.refuse_code(act, &challenge, None).await)
        })
        .await
    }
}
