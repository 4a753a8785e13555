//! What a host can do by itself.

use super::{Error, MagicAuth, Session};
use crate::{
    auth::{Acting, Client, DisconnectSelf},
    http::{Found, Lookup},
};
use axum::http::request::Parts;
use std::time::{Duration, SystemTime};

/// How many sessions of an account are listed: nobody has more browsers.
const MOST_LISTED: i64 = 1_000;

/// A session in the list of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListedSession {
    /// The session's id.
    pub id: String,
    /// The browser and its system, such as `Firefox on Android`.
    pub browser: String,
    /// The client's IP address when it logged in.
    pub ip: String,
    /// When it logged in.
    pub logged_in_at: SystemTime,
    /// When it was last used, give or take a minute.
    pub last_seen_at: SystemTime,
}

impl MagicAuth {
    /// Logs an account out everywhere and returns how many sessions that ended. Every open page of them leaves; those of
    /// the session `current` do so if `disconnect_self` says yes.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the account's id is none, [`Error::Unavailable`] where the database is away.
    ///
    /// ```no_run
    /// # use leptos_magic_auth::{DisconnectSelf, Error, MagicAuth, Session};
    /// # async fn run(auth: MagicAuth, session: Session) -> Result<(), Error> {
    /// let ended = auth.log_out_all(&session.account, Some(&session), DisconnectSelf::No).await?;
    /// println!("{ended} sessions have ended");
    /// # Ok(()) }
    /// ```
    pub async fn log_out_all(
        &self,
        account: impl AsRef<str>,
        current: Option<&Session>,
        disconnect_self: DisconnectSelf,
    ) -> Result<usize, Error> {
        let _ = current;
        let host = host();
        let acting = Acting { client: &host, page: None };
        Ok(self.site.http.auth.log_out_all(account.as_ref(), acting, disconnect_self).await?.sessions.len())
    }

    /// Forgets an account with everything that is known of it, and ends its sessions. Call it before the account's row is
    /// deleted, so that no log-in that is under way begins a session of it. An account that was never here is forgotten
    /// too.
    ///
    /// ```
    /// # use leptos_magic_auth::{AccountId, Error, MagicAuth};
    /// async fn delete_member(auth: &MagicAuth, member: i64) -> Result<(), Error> {
    ///     auth.forget(AccountId::from(member)).await?;
    ///     // and now: DELETE FROM members WHERE id = …
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    /// [`Error::NotFound`] where this is no account's id, [`Error::Unavailable`] where the database is away.
    pub async fn forget(&self, account: impl AsRef<str>) -> Result<(), Error> {
        Ok(self.site.http.auth.forget(account.as_ref(), &host()).await?)
    }

    /// Takes note that the host has given an account another email address by itself: the account's sessions end, and it
    /// logs in with the new address from now on. Nobody is told by email, and nobody can undo it here.
    ///
    /// ```
    /// # use leptos_magic_auth::{AccountId, Error, MagicAuth};
    /// async fn correct(auth: &MagicAuth, member: i64, old: &str, new: &str) -> Result<(), Error> {
    ///     // UPDATE members SET email = … first, and then:
    ///     auth.email_changed(AccountId::from(member), old, new).await
    /// }
    /// ```
    ///
    /// # Errors
    /// [`Error::NotFound`] where this is no account's id, [`Error::NoEmailAddress`] where one of the addresses is none,
    /// [`Error::Unavailable`] where the database is away.
    pub async fn email_changed(
        &self,
        account: impl AsRef<str>,
        old: impl AsRef<str>,
        new: impl AsRef<str>,
    ) -> Result<(), Error> {
        let auth = &self.site.http.auth;
        Ok(auth.email_changed(account.as_ref(), old.as_ref(), new.as_ref(), &host()).await?)
    }

    /// Returns whether an email address is kept free for an account that has left it and may still undo that. A host that
    /// gives email addresses to accounts by itself does not give this one to another.
    ///
    /// ```
    /// # use leptos_magic_auth::{Error, MagicAuth};
    /// async fn may_have(auth: &MagicAuth, email: &str) -> Result<bool, Error> {
    ///     Ok(!auth.is_kept_free(email).await?)
    /// }
    /// ```
    ///
    /// # Errors
    /// [`Error::NoEmailAddress`] where it is none, [`Error::Unavailable`] where the database is away.
    pub async fn is_kept_free(&self, email: impl AsRef<str>) -> Result<bool, Error> {
        Ok(self.site.http.auth.is_kept_free(email.as_ref()).await?)
    }

    /// Sends somebody an email that logs in, with the page to which it leads: an invitation. Its link works in any browser,
    /// together with its code, for ten minutes. For an invitation that is to last, send an email of your own that links to
    /// the log-in page.
    ///
    /// ```
    /// # use leptos_magic_auth::{Error, MagicAuth};
    /// async fn invite(auth: &MagicAuth, email: &str) -> Result<(), Error> {
    ///     auth.send_log_in(email, "/welcome").await
    /// }
    /// ```
    ///
    /// # Errors
    /// [`Error::NoEmailAddress`] where it is none, [`Error::Limited`] where the address has been sent enough emails,
    /// [`Error::Unavailable`] where the database is away.
    pub async fn send_log_in(&self, email: impl AsRef<str>, return_to: &str) -> Result<(), Error> {
        Ok(self.site.http.auth.send_log_in(email.as_ref(), return_to).await?)
    }

    /// Returns the good sessions of the account that this session belongs to, this one first.
    ///
    /// # Errors
    /// [`Error::Unavailable`] where the database is away.
    ///
    /// ```no_run
    /// # use leptos_magic_auth::{DisconnectSelf, Error, MagicAuth, Session};
    /// # async fn run(auth: MagicAuth, session: Session) -> Result<(), Error> {
    /// for listed in auth.sessions(&session).await? {
    ///     println!("{} since {:?}", listed.browser, listed.logged_in_at);
    /// }
    /// # Ok(()) }
    /// ```
    pub async fn sessions(&self, of: &Session) -> Result<Vec<ListedSession>, Error> {
        let (sessions, _) = self.site.http.auth.sessions(of.info(), MOST_LISTED, 0).await?;
        let time = |at: crate::types::Timestamp| {
            SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(at.0).unwrap_or(0))
        };
        let language = self.site.http.auth.languages().default_language();
        let listed = sessions.into_iter().map(|session| ListedSession {
            id: session.id.to_string(),
            browser: session.browser.said_in(language),
            ip: session.client,
            logged_in_at: time(session.logged_in_at),
            last_seen_at: time(session.last_seen_at),
        });
        Ok(listed.collect())
    }

    /// Ends one session of the account that `of` belongs to, by its id. Its open pages leave.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it is none of this account, [`Error::Unavailable`] where the database is away.
    ///
    /// ```no_run
    /// # use leptos_magic_auth::{DisconnectSelf, Error, MagicAuth, Session};
    /// # async fn run(auth: MagicAuth, session: Session) -> Result<(), Error> {
    /// for other in auth.sessions(&session).await?.iter().skip(1) {
    ///     auth.end_session(&session, &other.id).await?;
    /// }
    /// # Ok(()) }
    /// ```
    pub async fn end_session(&self, of: &Session, id: &str) -> Result<(), Error> {
        let host = host();
        self.site.http.auth.end_session(of.info(), id, Acting { client: &host, page: None }).await?;
        Ok(())
    }

    /// Returns the session of a request, for a host's own sockets and streams.
    ///
    /// # Errors
    /// [`Error::Unavailable`] where the database is away, or the layer is missing.
    ///
    /// ```no_run
    /// # use axum::http::request::Parts;
    /// # use leptos_magic_auth::{Error, MagicAuth};
    /// async fn may_listen(auth: &MagicAuth, parts: &Parts) -> Result<bool, Error> {
    ///     Ok(auth.session(parts).await?.is_some())
    /// }
    /// ```
    pub async fn session(&self, parts: &Parts) -> Result<Option<Session>, Error> {
        let Some(lookup) = Lookup::of(&parts.extensions) else {
            return Err(Error::Unavailable("`auth.layer()` is not on this router".to_owned()));
        };
        match lookup.found().await {
            Found::Session(session) => Ok(Some(Session::new(session, lookup))),
            Found::Unavailable => Err(Error::Unavailable("the database did not answer".to_owned())),
            _ => Ok(None),
        }
    }

    /// Returns where the emails of development can be read, with the key that opens them; `None` with a mail server.
    ///
    /// ```no_run
    /// # fn run(auth: leptos_magic_auth::MagicAuth) {
    /// if let Some(url) = auth.mailbox_url() {
    ///     println!("emails are at {url}");
    /// }
    /// # }
    /// ```
    pub fn mailbox_url(&self) -> Option<String> {
        let http = &self.site.http;
        let key = &http.mailbox.as_ref()?.key;
        let path = http.auth.paths().mailbox(&[("key", key.reveal())]);
        http.auth.public_url().join(&path).ok().map(String::from)
    }

    /// Checks whether the database can be read and written.
    ///
    /// # Errors
    /// [`Error::Unavailable`] where it cannot.
    ///
    /// ```no_run
    /// # use axum::{Router, http::StatusCode, routing::get};
    /// # fn run(auth: leptos_magic_auth::MagicAuth) {
    /// let health = async move || match auth.health().await {
    ///     Ok(()) => StatusCode::OK,
    ///     Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    /// };
    /// let app: Router = Router::new().route("/healthz", get(health));
    /// # }
    /// ```
    pub async fn health(&self) -> Result<(), Error> {
        self.site.http.auth.health().await.map_err(|unhealthy| Error::Unavailable(unhealthy.to_string()))
    }

    /// Ends the sockets of all live pages, so that a server that stops does not wait for them. The pages come back by
    /// themselves.
    ///
    /// ```no_run
    /// # async fn asked_to_stop() {}
    /// # async fn run(auth: leptos_magic_auth::MagicAuth) {
    /// asked_to_stop().await;
    /// auth.stop_live_pages();
    /// # }
    /// ```
    pub fn stop_live_pages(&self) {
        self.site.http.auth.stop_live_pages();
    }

    /// Waits until the process is told to stop, by Ctrl-C or SIGTERM, and ends the sockets of all live pages. For
    /// `axum::serve(…).with_graceful_shutdown(auth.shutdown_signal())`. Listens to the signals from this call on.
    ///
    /// ```no_run
    /// # async fn run(auth: leptos_magic_auth::MagicAuth, listener: tokio::net::TcpListener, app: axum::Router) {
    /// axum::serve(listener, app).with_graceful_shutdown(auth.shutdown_signal()).await.unwrap();
    /// # }
    /// ```
    pub fn shutdown_signal(&self) -> impl Future<Output = ()> + Send + 'static + use<> {
        let (auth, asked) = (self.site.http.auth.clone(), super::signals::asked_to_stop());
        async move {
            asked.await;
            auth.stop_live_pages();
        }
    }

    /// Waits for what was begun: changes that go on although their client has hung up, emails in hand, sockets. At most for
    /// this time.
    ///
    /// ```no_run
    /// # async fn run(auth: leptos_magic_auth::MagicAuth) {
    /// // After axum::serve has returned.
    /// auth.finished(std::time::Duration::from_secs(10)).await;
    /// # }
    /// ```
    pub async fn finished(&self, within: Duration) {
        let http = &self.site.http;
        http.live_tasks.close();
        let work = async {
            http.live_tasks.wait().await;
            http.auth.finish_carried().await;
            http.auth.finish_deliveries().await;
        };
        let _ = tokio::time::timeout(within, work).await;
    }

    /// Waits until then for what was begun, as [`finished`](Self::finished) does, and closes the database.
    pub(crate) async fn close(&self, until: tokio::time::Instant) {
        self.site.http.background.stop();
        self.finished(until.saturating_duration_since(tokio::time::Instant::now())).await;
        self.site.http.auth.close().await;
    }

    pub(super) fn tell_of_mailbox(&self) {
        let Some(url) = self.mailbox_url() else { return };
        if tracing::dispatcher::has_been_set() {
            tracing::info!("emails are at {url}");
        } else {
            eprintln!("Magic Auth: emails are at {url}");
        }
    }
}

/// The host itself, as the one that acts.
fn host() -> Client {
    Client::application()
}
