//! A host's own accounts: who may log in, and what follows there from a change of email address.

use crate::types::{AccountId, EmailAddress, TenantId};
use std::{
    any::type_name,
    convert::Infallible,
    future::{Future, ready},
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll},
};

/// An error of a host's: it is logged, and whoever waits is told to try again.
pub type BoxError = Box<dyn std::error::Error + Send + Sync + 'static>;

/// Who an email address belongs to that has just proved itself.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Access {
    /// This account of the host's.
    Allow(AccountId),
    /// Whoever has it in our own table, which makes an account where there is none.
    Ours,
    /// Nobody, and nobody logs in with it. That is said plainly, because whoever hears it reads the mailbox.
    Deny,
}

/// What has become of a change of email address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EmailChange {
    /// The account has the email address now, or had it already.
    Done,
    /// Another account has it. This one keeps the email address that it has.
    Taken,
}

/// What has become of an account that its user wants deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Deletion {
    /// It is gone, or was gone already.
    Done,
    /// It stays, for this reason, which the user is told.
    Refused(String),
}

/// The accounts of a host that has users of its own. Sessions are kept by its account ids.
///
/// It is never asked while our own database is locked, so it may write to the same SQLite file. It has five seconds. An
/// error, a panic or more time is answered with 503, and the email that was proved can be used again.
///
/// The same may be asked twice: each answer must be right however often it is given.
///
/// ```
/// use leptos_magic_auth::{Access, AccountId, Accounts, BoxError, EmailAddress, TenantId};
///
/// struct Members;
///
/// impl Accounts for Members {
///     async fn log_in(&self, _: &TenantId, email: &EmailAddress) -> Result<Access, BoxError> {
///         // SELECT id FROM members WHERE email = …, or an INSERT that does nothing where there is one.
///         Ok(if email.domain() == "example.com" { Access::Allow(AccountId::from(7_i64)) } else { Access::Deny })
///     }
/// }
/// let builder = leptos_magic_auth::MagicAuth::builder().accounts(Members);
/// ```
pub trait Accounts: Send + Sync + 'static {
    /// Returns whose email address this is, which has just proved itself. An account that is new is made here, once
    /// however often this is asked and however many ask at a time.
    ///
    /// # Errors
    /// Any error means: try again later.
    fn log_in(&self, tenant: &TenantId, email: &EmailAddress) -> impl Future<Output = Result<Access, BoxError>> + Send;

    /// Gives an account a new email address, which has just proved itself. Asked again until it is answered, also after a
    /// restart. Without it email addresses are not changed here, and the form for that is not shown.
    ///
    /// # Errors
    /// Any error means: ask again later.
    fn change_email(
        &self,
        tenant: &TenantId,
        account: &AccountId,
        new: &EmailAddress,
    ) -> impl Future<Output = Result<EmailChange, BoxError>> + Send {
        let _ = (tenant, account, new);
        NotOffered::new()
    }

    /// Gives an account an email address back that it had before a change. Asked again until it is answered, also after a
    /// restart. Without it this is [`change_email`](Self::change_email).
    ///
    /// # Errors
    /// Any error means: ask again later.
    fn undo_email_change(
        &self,
        tenant: &TenantId,
        account: &AccountId,
        old: &EmailAddress,
    ) -> impl Future<Output = Result<EmailChange, BoxError>> + Send {
        self.change_email(tenant, account, old)
    }

    /// Deletes an account. Without it that is refused.
    ///
    /// # Errors
    /// Any error means: ask again later.
    fn delete(
        &self,
        tenant: &TenantId,
        account: &AccountId,
    ) -> impl Future<Output = Result<Deletion, BoxError>> + Send {
        let _ = (tenant, account);
        ready(Ok(Deletion::Refused("Accounts are not deleted here.".to_owned())))
    }
}

/// The answer of a method that a host does not have. Its type is how that is known without a call.
struct NotOffered<T>(PhantomData<fn() -> T>);

impl<T> NotOffered<T> {
    fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T> Future for NotOffered<T> {
    type Output = Result<T, BoxError>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(Err("this application changes no email addresses".into()))
    }
}

/// Returns whether these accounts have a [`change_email`](Accounts::change_email) of their own.
pub(super) fn change_emails<A: Accounts>() -> bool {
    fn answer<'a, A: 'a, F>(_: fn(&'a A, &'a TenantId, &'a AccountId, &'a EmailAddress) -> F) -> &'static str {
        type_name::<F>()
    }
    fn of<'a, A: Accounts>(_: PhantomData<&'a Infallible>) -> &'static str {
        answer::<'a, A, _>(A::change_email)
    }
    of::<A>(PhantomData) != type_name::<NotOffered<EmailChange>>()
}

type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send + 'a>>;

/// Any [`Accounts`], behind a pointer.
pub(super) trait AnyAccounts: Send + Sync {
    fn log_in<'a>(&'a self, tenant: &'a TenantId, email: &'a EmailAddress) -> Answer<'a, Access>;

    fn change_email<'a>(
        &'a self,
        tenant: &'a TenantId,
        account: &'a AccountId,
        new: &'a EmailAddress,
    ) -> Answer<'a, EmailChange>;

    fn undo_email_change<'a>(
        &'a self,
        tenant: &'a TenantId,
        account: &'a AccountId,
        old: &'a EmailAddress,
    ) -> Answer<'a, EmailChange>;
}

impl<A: Accounts> AnyAccounts for A {
    fn log_in<'a>(&'a self, tenant: &'a TenantId, email: &'a EmailAddress) -> Answer<'a, Access> {
        Box::pin(Accounts::log_in(self, tenant, email))
    }

    fn change_email<'a>(
        &'a self,
        tenant: &'a TenantId,
        account: &'a AccountId,
        new: &'a EmailAddress,
    ) -> Answer<'a, EmailChange> {
        Box::pin(Accounts::change_email(self, tenant, account, new))
    }

    fn undo_email_change<'a>(
        &'a self,
        tenant: &'a TenantId,
        account: &'a AccountId,
        old: &'a EmailAddress,
    ) -> Answer<'a, EmailChange> {
        Box::pin(Accounts::undo_email_change(self, tenant, account, old))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct LogInAlone;

    impl Accounts for LogInAlone {
        async fn log_in(&self, _: &TenantId, _: &EmailAddress) -> Result<Access, BoxError> {
            Ok(Access::Ours)
        }
    }

    struct Changes;

    impl Accounts for Changes {
        async fn log_in(&self, _: &TenantId, _: &EmailAddress) -> Result<Access, BoxError> {
            Ok(Access::Ours)
        }

        async fn change_email(&self, _: &TenantId, _: &AccountId, _: &EmailAddress) -> Result<EmailChange, BoxError> {
            Ok(EmailChange::Done)
        }
    }

    #[test]
    fn it_is_known_without_a_call_whether_a_host_changes_email_addresses() {
        assert!(!change_emails::<LogInAlone>());
        assert!(change_emails::<Changes>());
    }
}
