//! A new version, one node after the other: no request fails, whoever is logged in stays so.

use crate::support::{OwnDatabase, Program, SESSION, is_for_postgres};
use reqwest::Method;
use std::{
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::{task::JoinSet, time::sleep};

const PEOPLE: usize = 4;

/// How often a balancer asks.
const ASKS_EVERY: Duration = Duration::from_millis(100);

/// Sends people to nodes that were well when they were last asked, as any balancer does.
#[derive(Default)]
struct Balancer {
    nodes: Mutex<Vec<Arc<Program>>>,
    well: Mutex<Vec<Arc<Program>>>,
    turn: AtomicUsize,
    answered: AtomicUsize,
    over: AtomicBool,
}

impl Balancer {
    async fn keep_asking(self: Arc<Self>) {
        while !self.over.load(Ordering::SeqCst) {
            let mut well = Vec::new();
            let nodes = self.nodes.lock().unwrap().clone();
            for node in nodes {
                let answer = node.browser().bare(Method::GET, "/healthz").try_send().await;
                if answer.is_some_and(|answer| answer.status == 200) {
                    well.push(node);
                }
            }
            *self.well.lock().unwrap() = well;
            sleep(ASKS_EVERY).await;
        }
    }

    /// The next that is well.
    fn node(&self) -> Arc<Program> {
        let well = self.well.lock().unwrap();
        well[self.turn.fetch_add(1, Ordering::SeqCst) % well.len()].clone()
    }

    async fn until_well(&self, count: usize) {
        while self.well.lock().unwrap().len() != count {
            sleep(ASKS_EVERY / 4).await;
        }
    }

    /// Logs in on one node, looks around on whichever has its turn, and logs out, all the time.
    async fn comes_and_goes(self: Arc<Self>, email: String) {
        while !self.over.load(Ordering::SeqCst) {
            let node = self.node();
            let token = node.log_in(&email).await.cookie(SESSION).expect("a session");
            for _ in 0..8 {
                assert!(self.with(&token).is_logged_in().await);
                self.answered.fetch_add(1, Ordering::SeqCst);
            }
            assert_eq!(self.with(&token).post("/api/magic_auth/log_out", &[]).await.status, 303);
            assert!(!self.with(&token).is_logged_in().await);
        }
    }

    fn with(&self, token: &str) -> crate::support::Browser {
        let browser = self.node().browser();
        browser.set_cookie(SESSION, token);
        browser
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_nodes_are_replaced_one_after_the_other_under_load_and_no_request_fails() {
    if !is_for_postgres("SQLite has one node") {
        return;
    }
    let (folder, database) = (tempfile::tempdir().unwrap(), OwnDatabase::new().await);
    let url = database.url();
    let start = async |folder: &Path| {
        let variables = [("DATABASE_URL", url.as_str()), ("DATABASE_CONNECTIONS", "6"), ("SHUTDOWN_DELAY", "3s")];
        Arc::new(Program::start(folder, &variables).await)
    };
    let balancer = Arc::new(Balancer::default());
    for _ in 0..2 {
        let node = start(folder.path()).await;
        balancer.nodes.lock().unwrap().push(node);
    }
    let asking = tokio::spawn(balancer.clone().keep_asking());
    balancer.until_well(2).await;
    let mut people = JoinSet::new();
    for number in 0..PEOPLE {
        people.spawn(balancer.clone().comes_and_goes(format!("{number}@example.com")));
    }
    for number in 0..2 {
        let before = balancer.answered.load(Ordering::SeqCst);
        let old = balancer.nodes.lock().unwrap()[number].clone();
        old.signal("TERM");
        old.until_port_is_closed().await;
        let node = start(folder.path()).await;
        balancer.nodes.lock().unwrap()[number] = node;
        balancer.until_well(2).await;
        assert!(balancer.answered.load(Ordering::SeqCst) > before + 20, "people go on meanwhile");
    }
    balancer.over.store(true, Ordering::SeqCst);
    // Whoever met a failure has panicked.
    people.join_all().await;
    asking.await.unwrap();
}
