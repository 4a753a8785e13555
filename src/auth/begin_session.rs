//! Sessions, begun by a proof.

use super::{Auth, Error, Hashed, SessionToken, act::Act, proof::Proof, session::SessionInfo};
use crate::{
    store::{NewSession, UserRow},
    types::EndReason,
};

impl Auth {
    /// Stores a session of this user, and tells what a page may know of it.
    pub(super) async fn begin_session(
        &self,
        act: &mut Act<'_>,
        user: &UserRow,
        proof: &Proof<'_>,
        token: &SessionToken,
    ) -> Result<SessionInfo, Error> {
        let (rules, now, client, remember) = (&self.inner.rules, act.now, act.client(), proof.is_kept());
        let (lifetime, idle) = if remember {
            (rules.remembered_lifetime, rules.remembered_idle)
        } else {
            (rules.window_lifetime, rules.window_lifetime)
        };
        let session = NewSession {
            id: self.inner.random.id(now),
            user_id: user.id,
            token_hash: token.hashed(),
            renewable_by: proof.by.is_asker().then_some(proof.challenge.id),
            created_at: now,
            idle_ends_at: now + idle,
            ends_at: now + lifetime,
            remember,
            user_agent: &client.user_agent,
            client: &client.name,
        };
        let info = SessionInfo {
            id: session.id,
            user_id: user.id,
            account: user.account.clone(),
            email: user.email.clone(),
            logged_in_at: now,
            ends_at: now + lifetime,
            language: user.language.clone(),
        };
        act.add_session(session).await?;
        Ok(info)
    }

    /// Ends the session that a browser had which logs in.
    pub(super) async fn replace_session(&self, act: &mut Act<'_>, old: Hashed) -> Result<(), Error> {
        let (because, now) = (EndReason::SessionReplaced, act.now);
        let replaced = act.end_session(old, because, now).await?;
        act.ended(replaced.into_iter().map(|own| own.ended).collect(), because, None);
        Ok(())
    }
}
