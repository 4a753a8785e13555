//! Emails that wait for a connection to the mail server: fair between clients, and bounded.
//!
//! Whose turn it is goes round by client, so who asks for many waits behind their own, and everybody else behind one of
//! each client at the most. One client never has all connections: what its emails do with the mail server, such as
//! making it wait for a distant one, is not for others to wait for.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::{sync::oneshot, time::timeout};

mod bounds;

pub(super) use bounds::{LineBounds, LineError};

/// The line. Clones share it.
#[derive(Clone)]
pub(super) struct SendingLine {
    inner: Arc<Mutex<Inner>>,
    bounds: LineBounds,
}

#[derive(Default)]
struct Inner {
    sending: usize,
    waiting: usize,
    next_id: u64,
    /// Clients that have emails waiting, whose turn is next first.
    round: VecDeque<String>,
    clients: HashMap<String, OfClient>,
}

#[derive(Default)]
struct OfClient {
    sending: usize,
    waiting: VecDeque<(u64, oneshot::Sender<Permit>)>,
}

/// The right to send one email, until it is dropped.
pub(super) struct Permit {
    line: SendingLine,
    client: String,
}

impl SendingLine {
    pub(super) fn new(bounds: LineBounds) -> Self {
        Self { inner: Arc::default(), bounds }
    }

    /// Waits for a connection, in the name of this client.
    ///
    /// # Errors
    /// [`LineError::Full`] when too many wait already, or when somebody who has fewer waiting needed the place;
    /// [`LineError::TooSlow`] when it has waited too long.
    pub(super) async fn wait(&self, client: &str) -> Result<Permit, LineError> {
        let (permit, place) = {
            let mut inner = self.lock();
            inner.make_room(client, self.bounds)?;
            let (sender, receiver) = oneshot::channel();
            let id = inner.next_id;
            inner.next_id += 1;
            inner.waiting += 1;
            let of_client = inner.clients.entry(client.to_owned()).or_default();
            let first = of_client.waiting.is_empty();
            of_client.waiting.push_back((id, sender));
            if first {
                inner.round.push_back(client.to_owned());
            }
            (receiver, Place { line: self.clone(), client: client.to_owned(), id })
        };
        self.let_pass();
        let passed = timeout(self.bounds.patience, permit).await;
        drop(place);
        match passed {
            Ok(Ok(permit)) => Ok(permit),
            Ok(Err(_)) => Err(LineError::Full),
            Err(_) => Err(LineError::TooSlow),
        }
    }

    /// Lets pass who may.
    fn let_pass(&self) {
        loop {
            let Some((client, sender)) = self.lock().next(self.bounds) else { return };
            // Who has given up meanwhile hands its permit back by not taking it.
            let _ = sender.send(Permit { line: self.clone(), client });
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    /// Sees to it that one more email of this client may wait.
    fn make_room(&mut self, client: &str, bounds: LineBounds) -> Result<(), LineError> {
        let own = self.clients.get(client).map_or(0, |of_client| of_client.waiting.len());
        if own >= bounds.waiting_of_client {
            return Err(LineError::Full);
        }
        if self.waiting < bounds.waiting {
            return Ok(());
        }
        // The newest of whoever has most waiting; who would have as many themselves pushes nobody out.
        let most = self.clients.iter().max_by_key(|(_, of_client)| of_client.waiting.len());
        let most = most.filter(|(_, of_client)| of_client.waiting.len() > own + 1).map(|(name, _)| name.clone());
        let newest = most.and_then(|name| Some((self.clients.get(&name)?.waiting.back()?.0, name)));
        let (id, name) = newest.ok_or(LineError::Full)?;
        self.leave(&name, id);
        Ok(())
    }

    /// Returns the next one to pass; `None` while nobody may.
    fn next(&mut self, bounds: LineBounds) -> Option<(String, oneshot::Sender<Permit>)> {
        if self.sending >= bounds.at_a_time {
            return None;
        }
        let clients = &self.clients;
        let may = |name: &String| clients.get(name).is_some_and(|of| of.sending < bounds.at_a_time_of_client);
        let client = self.round.remove(self.round.iter().position(may)?)?;
        let of_client = self.clients.get_mut(&client)?;
        let (_, sender) = of_client.waiting.pop_front()?;
        of_client.sending += 1;
        if !of_client.waiting.is_empty() {
            self.round.push_back(client.clone());
        }
        self.waiting -= 1;
        self.sending += 1;
        Some((client, sender))
    }

    /// Takes an email out of the line, should it still be there.
    fn leave(&mut self, client: &str, id: u64) {
        let Some(of_client) = self.clients.get_mut(client) else { return };
        let before = of_client.waiting.len();
        of_client.waiting.retain(|(other, _)| *other != id);
        self.waiting -= before - of_client.waiting.len();
        if of_client.waiting.is_empty() {
            self.round.retain(|other| other != client);
        }
        self.forget(client);
    }

    /// Forgets a client of whom nothing is here: the table holds as many as there are emails.
    fn forget(&mut self, client: &str) {
        if self.clients.get(client).is_some_and(|of_client| of_client.sending == 0 && of_client.waiting.is_empty()) {
            self.clients.remove(client);
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        {
            let mut inner = self.line.lock();
            inner.sending -= 1;
            if let Some(of_client) = inner.clients.get_mut(&self.client) {
                of_client.sending -= 1;
            }
            inner.forget(&self.client);
        }
        self.line.let_pass();
    }
}

/// A place in the line, given up when dropped.
struct Place {
    line: SendingLine,
    client: String,
    id: u64,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.line.lock().leave(&self.client, self.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;
    use tokio::task::{JoinHandle, yield_now};

    type Waiting = JoinHandle<Result<Permit, LineError>>;

    fn line(at_a_time: usize, waiting: usize) -> SendingLine {
        let bounds = LineBounds { at_a_time, at_a_time_of_client: at_a_time, waiting, ..LineBounds::usual() };
        SendingLine::new(bounds)
    }

    async fn waits(line: &SendingLine, client: &str) -> Waiting {
        let (line, client) = (line.clone(), client.to_owned());
        let waiting = tokio::spawn(async move { line.wait(&client).await });
        yield_now().await;
        waiting
    }

    #[tokio::test]
    async fn who_fills_the_line_keeps_others_waiting_for_one_email_at_most() {
        let line = line(1, 1_000);
        let first = line.wait("many").await.unwrap();
        let mut many = Vec::new();
        for _ in 0..100 {
            many.push(waits(&line, "many").await);
        }
        let (one, two) = (waits(&line, "one").await, waits(&line, "two").await);
        drop(first);
        let before = many.remove(0).await.unwrap().unwrap();
        drop(before);
        drop(one.await.unwrap().unwrap());
        drop(two.await.unwrap().unwrap());
        for waiting in many {
            assert!(waiting.await.unwrap().is_ok());
        }
        let inner = line.lock();
        assert_eq!((inner.sending, inner.waiting, inner.clients.len(), inner.round.len()), (0, 0, 0, 0));
    }

    #[tokio::test]
    async fn one_client_has_half_of_the_connections_at_most() {
        let line = SendingLine::new(LineBounds::usual());
        let mut sending = Vec::new();
        for _ in 0..4 {
            sending.push(line.wait("many").await.unwrap());
        }
        let fifth = waits(&line, "many").await;
        assert!(!fifth.is_finished());
        for _ in 0..4 {
            sending.push(line.wait("other").await.unwrap());
        }
        sending.remove(0);
        assert!(fifth.await.unwrap().is_ok());
    }

    #[tokio::test]
    async fn where_it_is_full_who_has_most_waiting_makes_room() {
        let line = line(1, 10);
        let first = line.wait("many").await.unwrap();
        let mut many = Vec::new();
        for _ in 0..10 {
            many.push(waits(&line, "many").await);
        }
        let newcomer = waits(&line, "newcomer").await;
        let pushed_out = many.pop().unwrap().await.unwrap();
        assert_eq!(pushed_out.err(), Some(LineError::Full));
        assert_eq!(line.wait("many").await.err(), Some(LineError::Full));
        drop(first);
        drop(many.remove(0).await.unwrap().unwrap());
        assert!(newcomer.await.unwrap().is_ok());
    }

    #[tokio::test]
    async fn so_many_of_one_client_wait_and_no_more() {
        let bounds = LineBounds { at_a_time: 1, waiting_of_client: 2, ..LineBounds::usual() };
        let line = SendingLine::new(bounds);
        let _first = line.wait("a").await.unwrap();
        let _waiting = (waits(&line, "a").await, waits(&line, "a").await);
        assert_eq!(line.wait("a").await.err(), Some(LineError::Full));
        assert!(!waits(&line, "b").await.is_finished());
    }

    #[tokio::test(start_paused = true)]
    async fn an_email_waits_as_long_as_it_is_worth_something_and_leaves_nothing_behind() {
        let line = line(1, 10);
        let first = line.wait("a").await.unwrap();
        let started = tokio::time::Instant::now();
        assert_eq!(line.wait("a").await.err(), Some(LineError::TooSlow));
        assert_eq!(started.elapsed(), Duration::from_secs(30));
        assert_eq!(line.lock().waiting, 0);
        drop(first);
        assert!(line.lock().clients.is_empty());
        assert!(line.wait("a").await.is_ok());
    }
}
