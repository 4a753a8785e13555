//! Emails that must arrive: stored with what they tell of, and sent until a mail server has taken them.

use super::{
    Auth, Client, Error, UndoToken, browser_name,
    delivery::Unsent,
    event::{self, Event},
};
use crate::{
    languages::{Language, utc},
    mail::{ChangeAskedEmail, ChangeDoneEmail, ChangeUndoneEmail, Draft, EmailMessage},
    store::{EmailChangeRow, OutboxKind, OutboxRow},
    types::EventKind,
};
use std::time::Duration;
use tokio::{select, task::JoinSet};

/// Emails that are sent at a time.
const AT_A_TIME: i64 = 8;
/// How long the first pause is after a sending that failed.
const FIRST_PAUSE: Duration = Duration::from_secs(60);
/// What the pauses grow to, each twice the one before.
const LONGEST_PAUSE: Duration = Duration::from_secs(6 * 60 * 60);
/// After so long nobody tries any more: a link that undoes a change has expired by then too.
pub(super) const GIVEN_UP_AFTER: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// How long to wait where something is still due after all of it was tried: the database could not be written.
const STILL_DUE: Duration = Duration::from_secs(1);
/// How often to look for what another node has put there, which may have died since.
const LOOK_EVERY: Duration = Duration::from_secs(60);
/// How long to wait where the database could not be asked what is due.
const DATABASE_AWAY: Duration = Duration::from_secs(10);

/// Returns whether an email holds a link that undoes the change.
fn has_link(kind: OutboxKind) -> bool {
    match kind {
        OutboxKind::ChangeAsked | OutboxKind::ChangeDone => true,
        OutboxKind::ChangeUndone | OutboxKind::Unknown => false,
    }
}

impl Auth {
    /// Begins to send what has just been put into the outbox, without keeping anybody waiting.
    pub(super) fn wake_outbox(&self) {
        let auth = self.clone();
        self.inner.deliveries.spawn(async move { auth.send_due().await });
        self.inner.outbox.notify_one();
    }

    /// Sends what is due in the outbox, now and whenever something becomes due. Never returns.
    pub async fn keep_sending(&self) {
        loop {
            let (auth, now) = (self.clone(), self.inner.clock.now());
            // As a task of its own: it is finished also when the server stops.
            let _ = self.inner.deliveries.spawn(async move { auth.send_due().await }).await;
            let next = match self.inner.store.reader().next_due_at().await {
                Ok(Some(next)) if next <= now => Some(now + STILL_DUE),
                Ok(next) if self.inner.store.has_nodes() => {
                    let look_at = now + LOOK_EVERY;
                    Some(next.map_or(look_at, |next| look_at.min(next)))
                }
                Ok(next) => next,
                Err(_) => Some(now + DATABASE_AWAY),
            };
            let due = async {
                match next {
                    Some(next) => self.inner.clock.until(next).await,
                    None => std::future::pending().await,
                }
            };
            select! {
                () = due => (),
                () = self.inner.outbox.notified() => (),
            }
        }
    }

    /// Sends everything that is due now.
    async fn send_due(&self) {
        loop {
            let due = self.inner.store.reader().due_emails(self.inner.clock.now(), AT_A_TIME).await;
            let due = match due {
                Ok(due) if due.is_empty() => return,
                Ok(due) => due,
                Err(error) => return tracing::error!("the outbox could not be read: {error}"),
            };
            let mut sending = JoinSet::new();
            for row in due {
                let auth = self.clone();
                sending.spawn(async move {
                    let id = row.id;
                    auth.send_one(row).await.inspect_err(|error| {
                        tracing::error!(email = %id, "an email that must arrive could not be sent now: {error}");
                    })
                });
            }
            while let Some(sent) = sending.join_next().await {
                if !matches!(sent, Ok(Ok(()))) {
                    return;
                }
            }
        }
    }

    /// Claims an email, sends it, and notes how that ended.
    async fn send_one(&self, row: OutboxRow) -> Result<(), Error> {
        if row.gives_up_at <= self.inner.clock.now() {
            return self.finish_one(&row, Some(EventKind::EmailGivenUp)).await;
        }
        let mut transaction = self.inner.store.begin().await?;
        // Nobody else begins a sending while this one may still be on its way. Should the server stop meanwhile, it is
        // due again after that.
        let claimed_until = self.inner.clock.now() + self.inner.rules.email_lost_after;
        if transaction.claim_email(&row, claimed_until).await? == 0 {
            return Ok(transaction.undo().await?);
        }
        let change = transaction.email_change(row.change_id).await?;
        let undo = UndoToken::generate(&self.inner.random);
        if let Some(change) = &change
            && has_link(row.kind)
        {
            transaction.add_undo_token(undo.hashed(), change.id).await?;
        }
        transaction.commit().await?;

        let user = self.inner.store.reader().user(row.user_id).await?;
        let language = self.language_of_account(user.and_then(|user| user.language).as_deref());
        let Some(email) = change.and_then(|change| self.written_anew(&row, &change, &undo, language)) else {
            return self.finish_one(&row, Some(EventKind::EmailGivenUp)).await;
        };
        match self.inner.deliveries.hand_over(row.id, email, &row.client).await {
            Ok(()) => self.finish_one(&row, None).await,
            Err(Unsent::Refused) => self.finish_one(&row, Some(EventKind::EmailRefused)).await,
            Err(Unsent::Later) => self.put_off(&row).await,
        }
    }

    /// Notes when an email is tried again whose sending has just failed, or gives it up where that is too late.
    async fn put_off(&self, row: &OutboxRow) -> Result<(), Error> {
        let next_try_at = self.inner.clock.now() + pause_after(row.attempts);
        if next_try_at >= row.gives_up_at {
            return self.finish_one(row, Some(EventKind::EmailGivenUp)).await;
        }
        let mut transaction = self.inner.store.begin().await?;
        transaction.put_email_off(row, next_try_at).await?;
        transaction.commit().await?;
        // That is sooner than whoever sends what is due has known of.
        self.inner.outbox.notify_one();
        Ok(())
    }

    /// Removes an email that was sent, or one that never will be: that is an event.
    async fn finish_one(&self, row: &OutboxRow, unsent: Option<EventKind>) -> Result<(), Error> {
        let (now, client) = (self.inner.clock.now(), Client::new(row.client.as_str(), &row.user_agent));
        let mut transaction = self.inner.store.begin().await?;
        let removed = transaction.remove_from_outbox(row.id).await?;
        let event = unsent.filter(|_| removed > 0).map(|what| Event::tried_by(row.user_id, &row.email, what));
        if let Some(event) = &event {
            transaction.add_events(&[event.row(self.inner.random.id(now))], event::by(&client, now)).await?;
        }
        transaction.commit().await?;
        if let Some(event) = event {
            event.log(&client);
            if let Some(events) = &self.inner.events {
                events.push(&event, &client, now);
            }
            tracing::error!(email = %row.id, kind = row.kind.as_str(), "an email that must arrive will not: nobody tries any more");
        }
        Ok(())
    }

    /// Returns the email in words, with a link of its own where it has one; `None` if this version knows no such email.
    fn written_anew(
        &self,
        row: &OutboxRow,
        change: &EmailChangeRow,
        undo: &UndoToken,
        spoken: Language,
    ) -> Option<EmailMessage> {
        let (at, until) = (row.created_at, change.undo_ends_at);
        let (app, browser) = (self.inner.app_name.clone(), browser_name::of(&row.user_agent).said_in(&spoken));
        let (old_email, new_email) = (row.old_email.to_string(), row.new_email.to_string());
        let link = self.whole(&self.inner.paths.undo(&[("token", &undo.reveal())]));
        let days = self.inner.rules.undo_lifetime.as_secs().div_ceil(24 * 60 * 60);
        let (client, asked_at, until) = (row.client.clone(), utc(&spoken, at), utc(&spoken, until));
        let (language, support) = (spoken.tag().to_owned(), self.inner.support.clone());
        let draft = match row.kind {
            OutboxKind::ChangeAsked => Draft::ChangeAsked(ChangeAskedEmail {
                app,
                old_email,
                new_email,
                link,
                browser,
                client,
                asked_at,
                days,
                until,
                support,
                language,
                spoken,
            }),
            OutboxKind::ChangeDone => Draft::ChangeDone(ChangeDoneEmail {
                app,
                old_email,
                new_email,
                link,
                browser,
                client,
                at: asked_at,
                until,
                support,
                language,
                spoken,
            }),
            OutboxKind::ChangeUndone => {
                let email = row.email.to_string();
                let at = asked_at;
                Draft::ChangeUndone(ChangeUndoneEmail { app, email, browser, client, at, support, language, spoken })
            }
            OutboxKind::Unknown => return None,
        };
        Some(self.written(&draft, row.id, at))
    }
}

/// How long to wait after so many sendings that have failed.
fn pause_after(attempts: i64) -> Duration {
    let doubled = 2_u32.saturating_pow(u32::try_from(attempts).unwrap_or(u32::MAX));
    FIRST_PAUSE.saturating_mul(doubled).min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_from_a_minute_to_six_hours() {
        let minutes = |attempts| pause_after(attempts).as_secs() / 60;
        assert_eq!([0, 1, 2, 8, 9, 40, i64::MAX].map(minutes), [1, 2, 4, 256, 360, 360, 360]);
    }
}
