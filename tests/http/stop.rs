//! Connections that take too long, and an orderly end.
//!
//! Where a test pauses tokio's clock, it jumps to the next deadline as soon as nothing else is left to do: ten seconds
//! pass at once, and exactly.

use crate::support::{ADA, Raw, Setup, Site, seconds};
use std::time::Duration;
use tokio::{
    net::TcpStream,
    time::{Instant, timeout},
};

/// The beginning of a form, up to where the server has said that it reads the rest.
async fn form_begun(site: &Site, body: &str) -> Raw {
    let mut connection = site.connect().await;
    let head = format!(
        "POST /api/magic_auth/request_log_in HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\nExpect: 100-continue\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        site.address,
        body.len()
    );
    connection.send(head).await;
    connection.until("100 Continue\r\n\r\n").await;
    connection
}

#[tokio::test]
async fn told_to_stop_it_finishes_what_was_begun_and_takes_no_more() {
    let mut site = Site::start().await;
    let idle = site.browser();
    assert_eq!(idle.get("/").await.status, 200, "its connection stays open");
    let body = format!("email={ADA}");
    let mut begun = form_begun(&site, &body).await;

    site.tell_to_stop();
    begun.send(&body).await;
    let answer = begun.read_all().await;
    assert!(answer.starts_with("HTTP/1.1 303 ") && answer.contains("\r\nlocation: /sessions/password\r\n"), "{answer}");
    assert_eq!(site.email_count(), 1);
    let address = site.address;
    site.stopped().await;
    assert!(TcpStream::connect(address).await.is_err(), "the port is closed");
}

#[tokio::test]
async fn told_to_stop_it_still_answers_whoever_has_just_come_in() {
    let mut site = Site::start().await;
    let mut connections = Vec::new();
    for _ in 0..20 {
        connections.push(site.connect().await);
    }
    site.tell_to_stop();
    tokio::time::sleep(Duration::from_millis(200)).await;
    for connection in &mut connections {
        connection.send(format!("GET /pkg/magic-auth.css HTTP/1.1\r\nHost: {}\r\n\r\n", site.address)).await;
    }
    for mut connection in connections {
        let answer = connection.read_all().await;
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer:?}");
    }
    timeout(seconds(8), site.stopped()).await.expect("the end");
}

#[tokio::test]
async fn an_open_connection_on_which_nothing_happens_does_not_keep_it_from_stopping() {
    let mut site = Site::start().await;
    let (idle, _silent) = (site.browser(), site.connect().await);
    assert_eq!(idle.get("/").await.status, 200);
    site.tell_to_stop();
    timeout(seconds(8), site.stopped()).await.expect("the end, without waiting until its patience is over");
}

#[tokio::test]
async fn what_does_not_finish_is_cut_off_when_the_time_is_over() {
    let mut site = Setup::new().set("--shutdown-timeout", "1s").start().await;
    let _stalled = form_begun(&site, "email=").await;
    let began = Instant::now();
    site.tell_to_stop();
    timeout(seconds(8), site.stopped()).await.expect("the end, without waiting for what stalls");
    assert!(began.elapsed() >= seconds(1), "{:?}", began.elapsed());
}

#[tokio::test]
async fn told_to_stop_it_tells_balancers_first_and_takes_requests_for_a_while() {
    let mut site = Setup::new().set("--shutdown-delay", "2s").start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let mut page = browser.open(&site).await;
    assert_eq!(browser.get("/healthz").await.status, 200);
    let began = Instant::now();
    site.tell_to_stop();
    while browser.get("/healthz").await.status == 200 {
        tokio::task::yield_now().await;
    }
    assert_eq!(site.browser().get("/sessions/log_in").await.status, 200, "who comes all the same is served");
    assert_eq!(page.told().await.0, crate::support::RESTART, "pages move when the time is over");
    assert!(began.elapsed() >= seconds(2), "{:?}", began.elapsed());
    timeout(seconds(8), site.stopped()).await.expect("the end");
}

#[tokio::test]
async fn headers_must_arrive_within_ten_seconds() {
    let site = Site::start().await;
    let mut stalled = site.connect().await;
    stalled.send("GET / HTTP/1.1\r\nHost: ").await;
    assert_eq!(site.browser().get("/").await.status, 200, "others are served meanwhile");

    tokio::time::pause();
    let began = Instant::now();
    timeout(seconds(60), stalled.read_all()).await.expect("the end");
    let took = began.elapsed();
    assert!(took > seconds(8) && took <= Duration::from_millis(10_100), "closed after {took:?}");
    tokio::time::resume();
    assert_eq!(site.browser().get("/").await.status, 200);
}

#[tokio::test]
async fn headers_that_trickle_in_are_not_waited_for_any_longer() {
    let site = Setup::new().set("--header-timeout", "5s").start().await;
    let mut slow = site.connect().await;
    slow.send("GET / HTTP/1.1\r\n").await;
    tokio::time::pause();
    let began = Instant::now();
    while !slow.is_closed_after("X-A: b\r\n", seconds(1)).await {
        assert!(began.elapsed() < seconds(10), "still open after {:?}", began.elapsed());
    }
    assert!(began.elapsed() >= seconds(4), "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_connection_that_says_nothing_is_closed() {
    let site = Site::start().await;
    let mut silent = site.connect().await;
    tokio::time::pause();
    let began = Instant::now();
    assert_eq!(timeout(seconds(60), silent.read_all()).await.expect("the end"), "");
    assert!(began.elapsed() <= Duration::from_millis(10_100), "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_form_must_arrive_within_ten_seconds() {
    let site = Site::start().await;
    let mut stalled = form_begun(&site, "email=ada%40example.com").await;
    stalled.send("email=").await;
    tokio::time::pause();
    let began = Instant::now();
    let answer = timeout(seconds(60), stalled.read_all()).await.expect("the end");
    assert!(answer.starts_with("HTTP/1.1 408 ") && answer.contains("That took too long"), "{answer}");
    let took = began.elapsed();
    assert!(took > seconds(9) && took < seconds(11), "{took:?}");
    assert_eq!(site.email_count(), 0);
}

#[tokio::test]
async fn who_asks_for_much_and_reads_nothing_is_closed_after_ten_seconds() {
    let site = Site::start().await;
    std::fs::write(site.folder().join("site/pkg/large.wasm"), vec![0; 64 << 20]).unwrap();
    let mut greedy = site.connect().await;
    greedy.send(format!("GET /pkg/large.wasm HTTP/1.1\r\nHost: {}\r\n\r\n", site.address)).await;
    greedy.until("200 OK").await;
    // All that fits on the line is on its way by the time that another request is answered.
    for _ in 0..50 {
        assert_eq!(site.browser().get("/healthz").await.status, 200, "others are served meanwhile");
    }
    tokio::time::pause();
    let began = Instant::now();
    // Nothing is left to do but to wait for the server's patience.
    tokio::time::advance(seconds(11)).await;
    tokio::time::resume();
    let read = timeout(seconds(30), greedy.read_to_the_end()).await.expect("the end");
    assert!(read < 64 << 20, "cut off after {read} bytes and {:?}", began.elapsed());
}
