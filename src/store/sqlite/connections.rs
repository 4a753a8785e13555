//! SQLite's connections, lent and given back.
//!
//! sqlx's own pool asks each connection that comes back whether it is still there, by a task of its own. Each question is
//! a hand-over to the connection's thread and back, as much work as most statements, and a file does not hang up.

use sqlx::{ConnectOptions, Connection, Error, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

/// How long a request waits for a connection before it is answered that the database is away.
const PATIENCE: Duration = Duration::from_secs(5);

/// So many connections at the most. Each is opened when it is needed first, and stays open.
#[derive(Clone)]
pub(in crate::store) struct Connections(Arc<Inner>);

struct Inner {
    options: SqliteConnectOptions,
    most: u32,
    /// One for each that is lent or could be. Who waits is served in the order of coming.
    places: Arc<Semaphore>,
    free: Mutex<Vec<SqliteConnection>>,
}

impl Inner {
    fn free(&self) -> MutexGuard<'_, Vec<SqliteConnection>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Connections {
    /// Opens none yet.
    pub(super) fn new(options: SqliteConnectOptions, most: u32) -> Self {
        let places = Arc::new(Semaphore::new(most as usize));
        Self(Arc::new(Inner { options, most, places, free: Mutex::default() }))
    }

    /// Opens the first one, to see that it can be.
    pub(super) async fn open(options: SqliteConnectOptions, most: u32) -> Result<Self, Error> {
        let connections = Self::new(options, most);
        connections.lend().await?.give_back(Ok(()))?;
        Ok(connections)
    }

    /// Lends one, and opens it where none is free.
    pub(in crate::store) async fn lend(&self) -> Result<Lent, Error> {
        let lent = async {
            let place = self.0.places.clone().acquire_owned().await.map_err(|_| Error::PoolClosed)?;
            let free = self.0.free().pop();
            let connection = match free {
                Some(connection) => connection,
                None => self.0.options.connect().await?,
            };
            Ok(Lent { connection, home: self.0.clone(), _place: place })
        };
        timeout(PATIENCE, lent).await.unwrap_or(Err(Error::PoolTimedOut))
    }

    /// Waits until all that are lent have come back, and closes them. None is lent from then on.
    pub(super) async fn close(&self) {
        let _all = self.0.places.acquire_many(self.0.most).await;
        self.0.places.close();
        let free = std::mem::take(&mut *self.0.free());
        for connection in free {
            if let Err(error) = connection.close().await {
                tracing::warn!("a connection to the database could not be closed: {error}");
            }
        }
    }
}

/// A connection that is lent. Dropped without being given back it is closed, and another one is opened in its place.
pub(in crate::store) struct Lent {
    pub(super) connection: SqliteConnection,
    home: Arc<Inner>,
    // After the connection: the next one is lent when it is there again.
    _place: OwnedSemaphorePermit,
}

impl Lent {
    /// Gives the connection back, if this answer shows that it is as good as before.
    pub(super) fn give_back<T>(self, answer: Result<T, Error>) -> Result<T, Error> {
        if !matches!(answer, Err(Error::Io(_) | Error::Protocol(_) | Error::WorkerCrashed)) {
            self.home.free().push(self.connection);
        }
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::str::FromStr;
    use tokio::time::sleep;

    async fn connections(most: u32) -> Connections {
        Connections::open(SqliteConnectOptions::from_str("sqlite::memory:").unwrap(), most).await.unwrap()
    }

    /// Marks the connection, and returns how often it was: by a table that each has for itself.
    async fn uses(lent: &mut Lent) -> i64 {
        let connection = &mut lent.connection;
        sqlx::query("CREATE TEMP TABLE IF NOT EXISTS uses (at)").execute(&mut *connection).await.unwrap();
        sqlx::query("INSERT INTO uses VALUES (1)").execute(&mut *connection).await.unwrap();
        sqlx::query_scalar("SELECT COUNT(*) FROM uses").fetch_one(&mut *connection).await.unwrap()
    }

    #[tokio::test]
    async fn one_that_is_as_good_as_before_is_lent_again_and_any_other_is_not() {
        let connections = connections(1).await;
        for (answer, uses_after) in
            [(Ok(()), 1), (Err(Error::RowNotFound), 2), (Err(Error::WorkerCrashed), 3), (Ok(()), 1)]
        {
            let mut lent = connections.lend().await.unwrap();
            assert_eq!(uses(&mut lent).await, uses_after, "{answer:?}");
            let is_good = answer.is_ok();
            assert_eq!(lent.give_back(answer).is_ok(), is_good);
        }
        drop(connections.lend().await.unwrap());
        assert_eq!(uses(&mut connections.lend().await.unwrap()).await, 1, "it was dropped");
    }

    #[tokio::test]
    async fn no_more_are_lent_than_there_are_and_who_waits_gets_the_next() {
        let connections = connections(2).await;
        let (first, second) = (connections.lend().await.unwrap(), connections.lend().await.unwrap());
        let waiting = tokio::spawn({
            let connections = connections.clone();
            async move { connections.lend().await?.give_back(Ok(())) }
        });
        sleep(Duration::from_millis(20)).await;
        assert!(!waiting.is_finished());
        first.give_back(Ok(())).unwrap();
        waiting.await.unwrap().unwrap();
        second.give_back(Ok(())).unwrap();
        assert_eq!(connections.0.free().len(), 2);
    }

    #[tokio::test]
    async fn whoever_waits_too_long_is_refused() {
        let connections = connections(1).await;
        let _lent = connections.lend().await.unwrap();
        tokio::time::pause();
        assert!(matches!(connections.lend().await, Err(Error::PoolTimedOut)));
    }

    #[tokio::test]
    async fn closing_waits_for_what_is_lent_and_nothing_is_lent_after_it() {
        let connections = connections(2).await;
        let lent = connections.lend().await.unwrap();
        let closing = tokio::spawn({
            let connections = connections.clone();
            async move { connections.close().await }
        });
        sleep(Duration::from_millis(20)).await;
        assert!(!closing.is_finished());
        lent.give_back(Ok(())).unwrap();
        closing.await.unwrap();
        assert!(matches!(connections.lend().await, Err(Error::PoolClosed)));
        assert!(connections.0.free().is_empty());
    }
}
