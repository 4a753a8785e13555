//! Sessions, begun by a proof.

use super::{Auth, Hashed, Refused, SessionToken, act::Act, log_in::Proof};
use crate::{
    store::{NewSession, UserRow},
    types::{AccountId, AuthError, EmailAddress, Notice, SessionInfo},
};
use uuid::Uuid;

impl Auth {
    /// Stores a session of this user, and tells what a page may know of it.
    pub(super) async fn begin_session(
        &self,
        act: &mut Act<'_>,
        user: &UserRow,
        proof: &Proof<'_>,
        token: &SessionToken,
    ) -> Result<SessionInfo, Refused> {
        let (rules, now, client, remember) = (&self.inner.rules, act.now, act.client(), proof.is_kept());
        let (lifetime, idle) = if remember {
            (rules.remembered_lifetime, rules.remembered_idle)
        } else {
            (rules.window_lifetime, rules.window_lifetime)
        };
        let token_hash = token.hashed();
        let session = NewSession {
            id: self.inner.random.id(now),
            user_id: user.id,
            token_hash: token_hash.as_bytes(),
            renewable_by: proof.by.is_asker().then_some(proof.challenge.id),
            created_at: now.0,
            idle_ends_at: (now + idle).0,
            ends_at: (now + lifetime).0,
            remember,
            user_agent: &client.user_agent,
            client: &client.address,
        };
        let info = SessionInfo {
            id: session.id.to_string(),
            user_id: user.id.to_string(),
            account: AccountId::stored(user.account.clone()),
            email: EmailAddress::checked(user.email.clone()),
            logged_in_at: now,
            ends_at: now + lifetime,
        };
        act.add_session(session).await?;
        Ok(info)
    }

    /// Ends the session that a browser had which logs in.
    pub(super) async fn replace_session(&self, act: &mut Act<'_>, old: &Hashed) -> Result<(), Refused> {
        let (because, now) = (Notice::SessionReplaced, act.now.0);
        let replaced = act.end_session(old.as_bytes(), because.as_str(), now).await?;
        act.ended(replaced.into_iter().map(|own| own.ended).collect(), because, None);
        Ok(())
    }
}

/// An id that we have written ourselves. A host that makes up a `SessionInfo` of its own is told like a visitor whose
/// session is over.
pub(super) fn parsed(id: &str) -> Result<Uuid, AuthError> {
    Uuid::try_parse(id).map_err(|_| AuthError::LoggedOutMeanwhile)
}
