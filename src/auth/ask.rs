//! Asks a host's accounts, never while the database is locked: the host may write to the same file.

use super::{
    Error,
    accounts::{self, Access, Accounts, AnyAccounts, BoxError, EmailChange},
};
use crate::types::{AccountId, EmailAddress, TenantId};
use std::{fmt, sync::Arc, time::Duration};
use tokio::{task::JoinSet, time::timeout};

/// A host's accounts, as the rules know them.
#[derive(Clone)]
pub struct HostAccounts {
    accounts: Arc<dyn AnyAccounts>,
    /// Whether they change email addresses.
    pub(super) change_emails: bool,
}

impl HostAccounts {
    /// Asks these.
    pub fn new<A: Accounts>(accounts: A) -> Self {
        let change_emails = accounts::change_emails::<A>();
        Self { accounts: Arc::new(accounts), change_emails }
    }

    /// Asks whose email address this is.
    ///
    /// # Errors
    /// [`Error::Host`]: nothing is known.
    pub(super) async fn log_in(
        &self,
        tenant: &TenantId,
        email: &EmailAddress,
        patience: Duration,
    ) -> Result<Access, Error> {
        let (host, tenant, email) = (self.clone(), tenant.clone(), email.clone());
        ask("Accounts::log_in", patience, async move { host.accounts.log_in(&tenant, &email).await }).await
    }

    /// Asks to give an account a new email address.
    ///
    /// # Errors
    /// [`Error::Host`]: it may have it or not.
    pub(super) async fn change_email(
        &self,
        tenant: &TenantId,
        account: &AccountId,
        new: &EmailAddress,
        patience: Duration,
    ) -> Result<EmailChange, Error> {
        let (host, tenant, account, new) = (self.clone(), tenant.clone(), account.clone(), new.clone());
        let asking = async move { host.accounts.change_email(&tenant, &account, &new).await };
        ask("Accounts::change_email", patience, asking).await
    }

    /// Asks to give an account an email address back.
    ///
    /// # Errors
    /// Those of [`change_email`](Self::change_email).
    pub(super) async fn undo_email_change(
        &self,
        tenant: &TenantId,
        account: &AccountId,
        old: &EmailAddress,
        patience: Duration,
    ) -> Result<EmailChange, Error> {
        let (host, tenant, account, old) = (self.clone(), tenant.clone(), account.clone(), old.clone());
        let asking = async move { host.accounts.undo_email_change(&tenant, &account, &old).await };
        ask("Accounts::undo_email_change", patience, asking).await
    }
}

impl fmt::Debug for HostAccounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HostAccounts")
    }
}

/// Asks in a task of its own, so that a panic of the host's is an error like others. The task ends with its time, and
/// with whoever asks.
///
/// # Errors
/// [`Error::Host`]: nothing is known.
pub(crate) async fn ask<T: Send + 'static>(
    what: &'static str,
    patience: Duration,
    asking: impl Future<Output = Result<T, BoxError>> + Send + 'static,
) -> Result<T, Error> {
    let mut task = JoinSet::new();
    task.spawn(asking);
    let fault = match timeout(patience, task.join_next()).await {
        Ok(Some(Ok(Ok(answer)))) => return Ok(answer),
        Ok(Some(Ok(Err(error)))) => error.to_string(),
        Ok(_) => "it panicked".to_owned(),
        Err(_) => format!("no answer within {patience:?}"),
    };
    tracing::error!("the application's {what} failed: {}", super::cut(&fault));
    Err(Error::Host(what))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::pending;

    const PATIENCE: Duration = Duration::from_secs(5);

    #[tokio::test(start_paused = true)]
    async fn an_error_a_panic_and_silence_are_one_refusal() {
        let failed = ask::<()>("Accounts::log_in", PATIENCE, async { Err("no such table".into()) }).await;
        assert!(matches!(failed, Err(Error::Host("Accounts::log_in"))), "{failed:?}");
        let panicked = ask::<()>("Accounts::log_in", PATIENCE, async { panic!("at the host's") }).await;
        assert!(matches!(panicked, Err(Error::Host("Accounts::log_in"))), "{panicked:?}");
        let silent = ask::<()>("Accounts::log_in", PATIENCE, pending()).await;
        assert!(matches!(silent, Err(Error::Host("Accounts::log_in"))), "{silent:?}");
        let slow = ask("Accounts::log_in", PATIENCE, async {
            tokio::time::sleep(Duration::from_secs(4)).await;
            Ok(7)
        });
        assert_eq!(slow.await.unwrap(), 7);
    }
}
