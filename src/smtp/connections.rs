//! Connections kept open between emails: a new one costs several round trips and a handshake.

use lettre::transport::smtp::client::AsyncSmtpConnection;
use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::time::{Instant, sleep_until, timeout};

/// Connections that are kept.
const MOST_KEPT: usize = 8;

/// How long a connection is kept without use; mail servers close them after a few minutes.
const KEPT_FOR: Duration = Duration::from_secs(60);

/// How long a mail server may take to say good-bye.
const GOOD_BYE: Duration = Duration::from_secs(1);

/// Connections between emails. Only one whose last conversation ended in order is put here, so the next answer on it
/// belongs to the next command.
#[derive(Clone, Default)]
pub(super) struct Connections(Arc<Mutex<Kept>>);

#[derive(Default)]
struct Kept {
    /// The one that was used last stands last.
    connections: Vec<(AsyncSmtpConnection, Instant)>,
    /// Whether somebody waits to close what is not used.
    swept: bool,
}

impl Connections {
    /// Takes the connection that was used last.
    pub(super) fn take(&self) -> Option<AsyncSmtpConnection> {
        let (connection, since) = self.lock().connections.pop()?;
        (since.elapsed() < KEPT_FOR).then_some(connection)
    }

    /// Keeps a connection for the next email.
    pub(super) fn put(&self, connection: AsyncSmtpConnection) {
        let mut kept = self.lock();
        if kept.connections.len() >= MOST_KEPT {
            drop(kept);
            close(connection);
            return;
        }
        kept.connections.push((connection, Instant::now()));
        if !kept.swept {
            kept.swept = true;
            tokio::spawn(self.clone().sweep());
        }
    }

    /// Closes what is not used, until there is nothing left.
    async fn sweep(self) {
        loop {
            let next = {
                let mut kept = self.lock();
                while kept.connections.first().is_some_and(|(_, since)| since.elapsed() >= KEPT_FOR) {
                    close(kept.connections.remove(0).0);
                }
                match kept.connections.first() {
                    Some((_, since)) => *since + KEPT_FOR,
                    None => {
                        kept.swept = false;
                        return;
                    }
                }
            };
            sleep_until(next).await;
        }
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says good-bye and closes, without keeping anybody waiting.
pub(super) fn close(mut connection: AsyncSmtpConnection) {
    tokio::spawn(async move {
        let _ = timeout(GOOD_BYE, connection.quit()).await;
    });
}
