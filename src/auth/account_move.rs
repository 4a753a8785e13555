//! Changes of email address, and their undoing, where a host has accounts of its own. Each is recorded as begun, with all
//! sessions ended, before the host is asked, and done once it has said so. What was begun and not answered is asked again
//! until it is, also after a restart.

use super::{
    Auth, Client, Error,
    accounts::EmailChange,
    act::{Abort, Act},
    event::Event,
    proof::Proof,
};
use crate::{
    store::{AccountMoveRow, EmailChangeRow, MoveKind, NewAccountMove, OutboxKind, Sessions},
    types::{EndReason, EventKind, Timestamp},
};
use std::time::Duration;

/// How much longer than the host has nobody else asks it the same.
const MARGIN: Duration = Duration::from_secs(5);

/// How often a host is asked what it has not answered.
const ASK_EVERY: Duration = Duration::from_secs(60);

/// How many are asked in a row.
const AT_A_TIME: i64 = 100;

/// What was begun, and whether this one is to ask the host.
pub(super) struct Begun {
    pub(super) row: AccountMoveRow,
    pub(super) is_claimed: bool,
}

impl Auth {
    /// Changes an address at the host, as the proof of the new one confirms it. Without effect where the change was
    /// answered before, or does not go on: using the proof tells which.
    pub(super) async fn change_at_host(&self, proof: Proof<'_>, client: &Client) -> Result<(), Error> {
        let begun = self.act_first(client, |mut act| async move { self.begin_change(&mut act, proof).await }).await?;
        match begun {
            Some(begun) => self.ask_host(&begun).await.map(|_| ()),
            None => Ok(()),
        }
    }

    /// Records that the change is begun, and ends the sessions that were begun with the old address meanwhile.
    async fn begin_change(&self, act: &mut Act<'_>, proof: Proof<'_>) -> Result<Option<AccountMoveRow>, Abort> {
        let Some(id) = proof.challenge.change_id else { return Ok(None) };
        let Some(user) = act.user_of_change(id).await? else { return Ok(None) };
        self.move_epoch(act, &user.account).await?;
        act.lock_user(user.id).await?;
        let now = act.now;
        let Some(change) = act.email_change(id).await? else { return Ok(None) };
        let is_settled = change.confirmed_at.is_some() || change.cancelled_at.is_some();
        if is_settled || !self.is_usable(act, proof, now).await? {
            return Ok(None);
        }
        if let Some(begun) = act.move_of(user.id).await? {
            return Ok(Some(self.claim(act, begun).await?));
        }
        if act.is_taken(&change.new_email, user.id, now).await?.is_some() {
            return Ok(None);
        }
        let because = EndReason::AddressChanged;
        let ended = act.end_sessions_of(user.id, Sessions::All, because, now).await?;
        act.ended(ended, because, None);
        let until = self.claimed_until(now);
        Ok(Some(self.begin_move(act, MoveKind::Change, &change, until).await?))
    }

    /// Stores that a host is to be asked, and that nobody else asks it until then.
    pub(super) async fn begin_move(
        &self,
        act: &mut Act<'_>,
        kind: MoveKind,
        change: &EmailChangeRow,
        asked_until: Timestamp,
    ) -> Result<AccountMoveRow, Abort> {
        let client = act.client();
        let new = NewAccountMove {
            user_id: change.user_id,
            change_id: change.id,
            kind,
            asked_until,
            user_agent: &client.user_agent,
            client: &client.name,
        };
        act.put_move(new).await?;
        act.move_of(change.user_id).await?.ok_or(Abort::Again)
    }

    /// Returns until when nobody else asks the host what is asked now.
    pub(super) fn claimed_until(&self, now: Timestamp) -> Timestamp {
        now + self.inner.rules.accounts_patience + MARGIN
    }

    /// Makes this one the only one who asks the host what was begun.
    ///
    /// # Errors
    /// [`Error::Host`] where somebody asks already.
    pub(super) async fn claim(&self, act: &mut Act<'_>, begun: AccountMoveRow) -> Result<AccountMoveRow, Abort> {
        let (until, now) = (self.claimed_until(act.now), act.now);
        match act.claim_move(&begun, until, now).await? {
            0 => Err(Error::Host("Accounts::change_email").into()),
            _ => Ok(AccountMoveRow { asked_until: until, ..begun }),
        }
    }

    /// Asks the host what was begun, in the name of whoever began it.
    pub(super) async fn settle(&self, begun: &AccountMoveRow) -> Result<(), Error> {
        let client = &Client::new(begun.client.as_str(), &begun.user_agent);
        let claimed =
            self.act_first(client, |mut act| async move { self.claim(&mut act, begun.clone()).await }).await?;
        self.ask_host(&claimed).await.map(|_| ())
    }

    /// Asks the host what this one has claimed, and stores what follows from its answer.
    ///
    /// # Errors
    /// [`Error::Host`] where it did not answer: it is asked again later.
    pub(super) async fn ask_host(&self, claimed: &AccountMoveRow) -> Result<EmailChange, Error> {
        let Some(host) = &self.inner.accounts else { return Err(Error::Host("Accounts::change_email")) };
        let (tenant, account, patience) = (&self.inner.tenant, &claimed.account, self.inner.rules.accounts_patience);
        let answer = match claimed.kind {
            MoveKind::Change => host.change_email(tenant, account, &claimed.new_email, patience).await,
            MoveKind::Undo => host.undo_email_change(tenant, account, &claimed.old_email, patience).await,
        };
        let client = &Client::new(claimed.client.as_str(), &claimed.user_agent);
        match answer {
            Ok(answer) => {
                self.act_first(client, |mut act| async move {
                    self.answered(&mut act, claimed, answer).await?;
                    Ok(answer)
                })
                .await
            }
            Err(refused) => {
                let released = self.act_first(client, |mut act| async move {
                    let now = act.now;
                    Ok(act.release_move(claimed.user_id, claimed.asked_until, now).await?)
                });
                // Else that ends by itself.
                let _ = released.await;
                Err(refused)
            }
        }
    }

    /// Stores what follows from a host's answer, unless an undoing has taken the place of what was asked.
    async fn answered(&self, act: &mut Act<'_>, asked: &AccountMoveRow, answer: EmailChange) -> Result<(), Abort> {
        self.move_epoch(act, &asked.account).await?;
        let Some(user) = act.lock_user(asked.user_id).await? else { return Ok(()) };
        let now = act.now;
        if act.remove_move(asked).await? == 0 {
            act.release_move(asked.user_id, asked.asked_until, now).await?;
            return Ok(());
        }
        let Some(change) = act.email_change(asked.change_id).await? else { return Ok(()) };
        let is_undo = asked.kind == MoveKind::Undo;
        if answer == EmailChange::Taken {
            if !is_undo {
                act.cancel_email_change(change.id, now).await?;
            }
            act.note(Event::of(user.id, &user.email, EventKind::ChangeRefused));
            return Ok(());
        }
        let (email, because, what) = match is_undo {
            true => (&change.old_email, EndReason::ChangeUndone, EventKind::ChangeUndone),
            false => (&change.new_email, EndReason::AddressChanged, EventKind::AddressChanged),
        };
        if !is_undo {
            let undo_ends_at = act.now + self.inner.rules.undo_lifetime;
            act.confirm_email_change(change.id, undo_ends_at, now).await?;
        }
        self.take_email(act, email, &user.account).await?;
        act.set_email(user.id, email).await?;
        let ended = act.end_sessions_of(user.id, Sessions::All, because, now).await?;
        act.ended(ended, because, None);
        if !is_undo {
            act.send_surely(OutboxKind::ChangeDone, &change, &change.old_email).await?;
        } else if user.email != change.old_email {
            act.send_surely(OutboxKind::ChangeUndone, &change, &user.email).await?;
        }
        act.note(Event::of(user.id, email, what));
        Ok(())
    }

    /// Puts what nobody can ask for now behind everything else that is due.
    async fn put_last(&self, begun: &AccountMoveRow) -> Result<(), Error> {
        let client = &Client::new(begun.client.as_str(), &begun.user_agent);
        self.act_first(client, |mut act| async move {
            let now = act.now;
            Ok(act.release_move(begun.user_id, begun.asked_until, now).await?)
        })
        .await
    }

    /// Asks a host what it has not answered, now and every minute. Never returns.
    pub(super) async fn keep_asking_host(&self) {
        loop {
            match self.inner.store.reader().moves_due(self.inner.clock.now(), AT_A_TIME).await {
                Ok(due) => {
                    for begun in due {
                        // Its faults are in the log already.
                        let _ = match self.of_row(&begun.tenant).await {
                            Ok(Some(auth)) => auth.settle(&begun).await,
                            _ => self.put_last(&begun).await,
                        };
                    }
                }
                Err(error) => tracing::error!("what the application has not answered could not be read: {error}"),
            }
            self.inner.clock.until(self.inner.clock.now() + ASK_EVERY).await;
        }
    }
}
