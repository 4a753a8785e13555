//! Sheds load: a net under the bounds of each single thing, so that no number of requests at a time takes the machine's
//! memory.

use super::{HttpState, visitor};
use crate::auth::CarriedFrom;
use axum::{
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Requests that are in work at a time. At some 30 kB each they take 30 MB.
const MOST_IN_ALL: usize = 1_000;

/// A tenth of them may be one client's: an office behind one address, all of it at once.
const MOST_PER_CLIENT: usize = MOST_IN_ALL / 10;

/// Log-outs that are carried through from their arrival: as many as may wait to write. One more ends with its client like
/// any other request, until it has begun to write.
const MOST_LOG_OUTS: usize = 64;

/// Those of one client.
const MOST_LOG_OUTS_PER_CLIENT: usize = 4;

/// Requests of one kind that are in work. Clones count together.
#[derive(Clone)]
pub struct InWork {
    counts: Arc<Mutex<Counts>>,
    most: usize,
    most_per_client: usize,
}

#[derive(Default)]
struct Counts {
    in_all: usize,
    per_client: HashMap<String, usize>,
}

/// A request in work, until it is dropped.
struct Place {
    in_work: InWork,
    client: String,
}

impl InWork {
    /// All that is counted.
    pub fn requests() -> Self {
        Self { counts: Arc::default(), most: MOST_IN_ALL, most_per_client: MOST_PER_CLIENT }
    }

    /// The log-outs among them that are carried through.
    pub fn log_outs() -> Self {
        Self { counts: Arc::default(), most: MOST_LOG_OUTS, most_per_client: MOST_LOG_OUTS_PER_CLIENT }
    }

    /// Counts a request; `None` when there are too many.
    fn enter(&self, client: &str) -> Option<Place> {
        let mut counts = self.lock();
        let own = counts.per_client.get(client).copied().unwrap_or_default();
        if counts.in_all >= self.most || own >= self.most_per_client {
            return None;
        }
        counts.in_all += 1;
        counts.per_client.insert(client.to_owned(), own + 1);
        Some(Place { in_work: self.clone(), client: client.to_owned() })
    }

    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut counts = self.in_work.lock();
        counts.in_all -= 1;
        if let Some(own) = counts.per_client.get_mut(&self.client) {
            *own -= 1;
            if *own == 0 {
                counts.per_client.remove(&self.client);
            }
        }
    }
}

/// Answers 503 to what is too much at a time. Whoever checks our health and whoever logs out is always let in. Stands
/// inside of [`read_body`](super::read_body): a request counts once it is there, so nobody takes places by sending slowly.
pub async fn shed_load(State(state): State<HttpState>, mut request: Request, next: Next) -> Response {
    let paths = state.auth.paths();
    let path = request.uri().path();
    if !state.auth.is_limited() || path == paths.healthz || paths.ends_sessions(path) {
        return next.run(request).await;
    }
    let client = visitor::client_key(&state, &mut request);
    match state.in_work.enter(&client) {
        Some(_place) => next.run(request).await,
        None => busy(),
    }
}

/// Answers 503 and when to try again.
pub fn busy() -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "5")]).into_response()
}

/// Carries a request through that changes something, also when its client hangs up: what logs out from its arrival,
/// everything else from its first write. Until then a request ends with its client. So does a log-out of which a client
/// has sent too many at a time.
pub async fn carry(State(state): State<HttpState>, mut request: Request, next: Next) -> Response {
    let (safe, path) = (matches!(*request.method(), Method::GET | Method::HEAD), request.uri().path());
    let paths = state.auth.paths();
    // The one GET that changes something ends sessions too.
    let ends_sessions = paths.ends_sessions(path) && (!safe || path == paths.log_out_all_get);
    if safe && !ends_sessions {
        return next.run(request).await;
    }
    let place = match ends_sessions {
        true => state.log_outs.enter(&visitor::client_key(&state, &mut request)),
        false => None,
    };
    let from = if place.is_some() { CarriedFrom::Arrival } else { CarriedFrom::FirstWrite };
    let work = async move {
        let _place = place;
        next.run(request).await
    };
    let answer = state.auth.carry(from, work).await;
    answer.unwrap_or_else(|| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_client_has_its_part_and_all_together_the_whole() {
        for (in_work, clients, each) in [(InWork::requests(), 10, 100), (InWork::log_outs(), 16, 4)] {
            let mut places = Vec::new();
            for client in 0..clients {
                for _ in 0..each {
                    places.push(in_work.enter(&client.to_string()).unwrap());
                }
                assert!(in_work.enter(&client.to_string()).is_none());
            }
            assert!(in_work.enter("one more").is_none());
            places.clear();
            assert!(in_work.lock().per_client.is_empty());
            assert!(in_work.enter("one more").is_some());
        }
    }
}
