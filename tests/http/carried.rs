//! Log-outs whose client hangs up: carried through, but not without number.

use crate::support::{Setup, Site, seconds};
use axum::{Router, middleware::from_fn_with_state, routing::delete};
use leptos_magic_auth::{MagicAuth, internals::http};
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::{sync::Semaphore, task::yield_now, time::timeout};

static BEGUN: AtomicUsize = AtomicUsize::new(0);
static DROPPED: AtomicUsize = AtomicUsize::new(0);
static FINISHED: AtomicUsize = AtomicUsize::new(0);
static GO_ON: Semaphore = Semaphore::const_new(0);

/// A log-out in work.
struct InWork;

impl Drop for InWork {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Ordering::SeqCst);
    }
}

/// A log-out that takes until the test lets it go on.
async fn slow_log_out() {
    let _in_work = InWork;
    BEGUN.fetch_add(1, Ordering::SeqCst);
    let _permit = GO_ON.acquire().await;
    FINISHED.fetch_add(1, Ordering::SeqCst);
}

fn slow(auth: &MagicAuth) -> Router {
    Router::new()
        .route("/sessions/log_out", delete(slow_log_out))
        .layer(from_fn_with_state(http::state(auth).clone(), http::carry))
}

/// Waits until so many are counted there.
async fn until(counted: &AtomicUsize, count: usize) {
    let reached = async {
        while counted.load(Ordering::SeqCst) != count {
            yield_now().await;
        }
    };
    assert!(timeout(seconds(10), reached).await.is_ok(), "{} and not {count}", counted.load(Ordering::SeqCst));
}

async fn hang_up(site: &Site, client: &str, count: usize) {
    let begun = BEGUN.load(Ordering::SeqCst);
    let mut connections = Vec::new();
    for _ in 0..count {
        let mut connection = site.connect().await;
        let head = format!("DELETE /sessions/log_out HTTP/1.1\r\nHost: x\r\nX-Real-IP: {client}\r\n\r\n");
        connection.send(head).await;
        connections.push(connection);
    }
    until(&BEGUN, begun + count).await;
}

#[tokio::test]
async fn four_of_one_client_and_64_in_all_are_carried_and_the_others_end_with_their_clients() {
    let site = Setup::new().set("--client-ip-source", "XRealIp").around(slow).start().await;
    hang_up(&site, "203.0.113.1", 10).await;
    until(&DROPPED, 6).await;
    for client in 2..=16 {
        hang_up(&site, &format!("203.0.113.{client}"), 4).await;
    }
    hang_up(&site, "203.0.113.17", 3).await;
    until(&DROPPED, 9).await;
    GO_ON.add_permits(1_000);
    until(&FINISHED, 64).await;
    assert_eq!(DROPPED.load(Ordering::SeqCst), BEGUN.load(Ordering::SeqCst));
}
