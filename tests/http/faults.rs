//! A database that is away, before everything and in the middle of it: people are told so in time, nothing is used up, and
//! it works again by itself.

use crate::support::{
    ADA, Browser, Database, EVE, Line, LineIs, NO_FIELDS, OwnDatabase, OwnPostgres, Setup, Site, Socket,
    is_for_postgres, seconds,
};
use reqwest::Method;
use std::time::{Duration, Instant};
use tokio::{
    task::JoinSet,
    time::{sleep, timeout},
};

const GRACE: &str = "grace@example.com";

/// How soon people are told.
const TOLD_WITHIN: Duration = Duration::from_secs(5);
/// How soon everything works again once the database is back.
const RIGHT_WITHIN: Duration = Duration::from_secs(10);

const NOTHING_BETWEEN: &str = "nothing stands between a server and its file";

async fn health(site: &Site) -> u16 {
    site.clock.advance(seconds(1));
    site.browser().bare(Method::GET, "/healthz").send().await.status
}

/// People, each about to do something.
struct Scene {
    site: Site,
    logged_in: Browser,
    typing: Browser,
    clicking: Browser,
    asking: Browser,
    code: String,
    page: Socket,
    /// Reached around whatever is between it and the site.
    database: Database,
    before: Vec<String>,
}

impl Scene {
    async fn at(url: &str, database: &Database) -> Self {
        let site = Setup::new().set("--database-url", url).set("--database-connections", "20").start().await;
        let (logged_in, typing, clicking, asking) = (site.browser(), site.browser(), site.browser(), site.browser());
        logged_in.log_in(&site, ADA).await;
        typing.ask(EVE).await;
        let code = site.message(EVE).code;
        clicking.ask(GRACE).await;
        clicking.get(&site.message(GRACE).path).await;
        let page = logged_in.open(&site).await;
        let database = database.clone();
        let before = left(&database).await;
        Self { site, logged_in, typing, clicking, asking, code, page, database, before }
    }

    /// Lets all of them do it. Each answer comes with how long it took.
    fn act(&self) -> JoinSet<(&'static str, u16, Duration)> {
        let mut acting = JoinSet::new();
        let mut post = |browser: &Browser, function: &'static str, fields: &[(&'static str, &str)]| {
            let browser = browser.twin();
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
            acting.spawn(async move {
                let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let began = Instant::now();
                let answer = browser.post(&format!("/api/magic_auth/{function}"), &fields).await;
                (function, answer.status, began.elapsed())
            });
        };
        post(&self.logged_in, "log_out", NO_FIELDS);
        post(&self.logged_in, "log_out_all", NO_FIELDS);
        post(&self.logged_in, "change_email", &[("email", "later@example.com")]);
        post(&self.typing, "log_in_with_code", &[("code", &self.code)]);
        post(&self.clicking, "log_in_with_link", NO_FIELDS);
        post(&self.asking, "request_log_in", &[("email", "new@example.com")]);
        acting
    }

    /// Finds that all of them are told in time, and that balancers are.
    async fn is_told(&self, acting: JoinSet<(&'static str, u16, Duration)>) {
        for (function, status, took) in acting.join_all().await {
            assert_eq!(status, 503, "{function}");
            assert!(took < TOLD_WITHIN, "{function}: {took:?}");
        }
        assert_eq!(health(&self.site).await, 503);
    }

    /// Finds that everything works, and that nothing was used up.
    async fn comes_right_again(mut self) {
        let mended = Instant::now();
        while health(&self.site).await != 200 {
            assert!(mended.elapsed() < RIGHT_WITHIN, "it is back for {:?}", mended.elapsed());
            sleep(Duration::from_millis(50)).await;
        }
        assert_eq!(left(&self.database).await, self.before, "nothing was used up");
        assert!(self.logged_in.is_logged_in().await);
        assert!(self.typing.type_code(&self.code).await.logs_in());
        assert!(self.clicking.click_link().await.logs_in());
        assert_eq!(self.logged_in.post("/api/magic_auth/log_out", NO_FIELDS).await.status, 303);
        assert_eq!(timeout(RIGHT_WITHIN, self.page.over()).await.expect("word"), "logged_out");
    }
}

/// What is stored, without events and what a check of health leaves for a moment.
async fn left(database: &Database) -> Vec<String> {
    let rows = database.dump().await.into_iter();
    rows.filter(|row| !["events:", "write_probes:"].iter().any(|table| row.starts_with(table))).collect()
}

/// Lets everybody come as far as to the end of what they write, where they wait, and answers once they do.
async fn in_the_middle(scene: &Scene, database: &Database) -> JoinSet<(&'static str, u16, Duration)> {
    let acting = scene.act();
    let waiting = "SELECT COUNT(DISTINCT pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
                   WHERE NOT granted AND datname = current_database()";
    let all = async {
        while database.number(waiting).await < 4 {
            sleep(Duration::from_millis(2)).await;
        }
    };
    timeout(seconds(3), all).await.expect("they wait for a lock");
    acting
}

async fn on_a_line(fault: LineIs, is_in_the_middle: bool) {
    if !is_for_postgres(NOTHING_BETWEEN) {
        return;
    }
    let database = OwnDatabase::new().await;
    let line = Line::to(&database).await;
    let scene = Scene::at(&line.url, &database).await;
    if is_in_the_middle {
        let holder = database.hold_ends().await;
        let acting = in_the_middle(&scene, &database).await;
        line.becomes(fault);
        scene.is_told(acting).await;
        holder.let_go().await;
    } else {
        line.becomes(fault);
        scene.is_told(scene.act()).await;
    }
    line.becomes(LineIs::Good);
    scene.comes_right_again().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_falls_silent() {
    on_a_line(LineIs::Silent, false).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_falls_silent_in_the_middle() {
    on_a_line(LineIs::Silent, true).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_unreachable() {
    on_a_line(LineIs::Cut, false).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_cut_off_in_the_middle() {
    on_a_line(LineIs::Cut, true).await;
}

/// A PostgreSQL of one's own, and people on it who are in the middle of something.
async fn own() -> (OwnPostgres, Scene, Database) {
    let postgres = OwnPostgres::start().await;
    let database = postgres.database().await;
    let scene = Scene::at(&database.url(), &database).await;
    (postgres, scene, database)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_started_again() {
    if !is_for_postgres(NOTHING_BETWEEN) {
        return;
    }
    let (mut postgres, scene, database) = own().await;
    let _holder = database.hold_ends().await;
    let acting = in_the_middle(&scene, &database).await;
    postgres.stop().await;
    scene.is_told(acting).await;
    scene.is_told(scene.act()).await;
    postgres.start_again().await;
    scene.comes_right_again().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_killed() {
    if !is_for_postgres(NOTHING_BETWEEN) {
        return;
    }
    let (mut postgres, scene, database) = own().await;
    let _holder = database.hold_ends().await;
    let acting = in_the_middle(&scene, &database).await;
    postgres.kill().await;
    scene.is_told(acting).await;
    scene.is_told(scene.act()).await;
    postgres.start_again().await;
    scene.comes_right_again().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_freezes_for_ten_seconds() {
    if !is_for_postgres(NOTHING_BETWEEN) {
        return;
    }
    let (postgres, scene, database) = own().await;
    let holder = database.hold_ends().await;
    let acting = in_the_middle(&scene, &database).await;
    postgres.freeze();
    let frozen = Instant::now();
    scene.is_told(acting).await;
    scene.is_told(scene.act()).await;
    sleep(seconds(10).saturating_sub(frozen.elapsed())).await;
    postgres.thaw();
    drop(holder);
    scene.comes_right_again().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_whose_connections_are_all_taken() {
    if !is_for_postgres(NOTHING_BETWEEN) {
        return;
    }
    let (postgres, scene, _) = own().await;
    let taken = postgres.exhaust().await;
    scene.is_told(scene.act()).await;
    drop(taken);
    scene.comes_right_again().await;
}
