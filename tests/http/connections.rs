//! Connections: each client holds so many and no more.

use crate::support::{ADA, Raw, SESSION, Setup, Site, seconds};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const REQUEST: &str = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";

/// How many a client may hold here.
const MOST: usize = 8;

async fn site() -> Site {
    Setup::new().with_limits().set("--connections-per-client", &MOST.to_string()).start().await
}

/// Asks on this connection, which must be answered and stays open.
async fn is_served(connection: &mut Raw) {
    connection.send(REQUEST).await;
    connection.until("\r\n\r\nok\n").await;
}

async fn open(site: &Site) -> Raw {
    let mut connection = site.connect().await;
    is_served(&mut connection).await;
    connection
}

/// Whether one more connection is closed without an answer.
async fn one_more_is_closed(site: &Site) -> bool {
    site.connect().await.is_closed_after(REQUEST, seconds(5)).await
}

/// Closes a connection, and goes on once the server has closed it too.
async fn close(mut connection: Raw) {
    connection.done().await;
    connection.read_all().await;
}

#[tokio::test]
async fn a_client_holds_eight_and_the_ninth_is_closed_without_an_answer() {
    let site = site().await;
    let mut held = Vec::new();
    for _ in 0..MOST {
        held.push(open(&site).await);
    }
    for _ in 0..3 {
        assert!(one_more_is_closed(&site).await, "and none of those that were closed counts");
    }
    for connection in &mut held {
        is_served(connection).await;
    }

    for connection in held.drain(..2) {
        close(connection).await;
    }
    held.extend([open(&site).await, open(&site).await]);
    assert!(one_more_is_closed(&site).await);
}

#[tokio::test]
async fn one_on_which_nothing_was_said_yet_counts() {
    let site = site().await;
    let mut held = Vec::new();
    for _ in 0..MOST {
        held.push(site.connect().await);
    }
    assert!(one_more_is_closed(&site).await);
    for connection in &mut held {
        is_served(connection).await;
    }
}

#[tokio::test]
async fn a_connection_that_has_become_a_socket_counts_until_it_is_closed() {
    let site = site().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let (page, token) = (browser.load(&site).await, browser.cookie(SESSION).unwrap());
    drop(browser);
    let mut held = all_that_there_may_be(&site).await;
    close(held.remove(0)).await;

    let browser = site.browser();
    browser.set_cookie(SESSION, &token);
    let mut socket = page.connect(&browser).await.alive().await;
    assert!(one_more_is_closed(&site).await);
    assert!(socket.is_silent().await, "the page stays connected");

    let mut bare = socket.into_bare();
    bare.shutdown().await.unwrap();
    bare.read_to_end(&mut Vec::new()).await.unwrap();
    held.push(open(&site).await);
    assert!(one_more_is_closed(&site).await);
}

/// As many as a client may hold, all open. Those of a browser that has just gone are closed a moment later than it.
async fn all_that_there_may_be(site: &Site) -> Vec<Raw> {
    let mut held = Vec::new();
    for _ in 0..1_000 {
        let mut connection = site.connect().await;
        if !connection.is_closed_after(REQUEST, seconds(5)).await {
            held.push(connection);
        }
        if held.len() == MOST {
            return held;
        }
    }
    panic!("{} are served", held.len())
}

#[tokio::test]
async fn where_all_come_through_a_proxy_they_are_not_counted() {
    let site = Setup::new()
        .with_limits()
        .set("--connections-per-client", &MOST.to_string())
        .set("--client-ip-source", "RightmostXForwardedFor")
        .start()
        .await;
    let mut held = Vec::new();
    for _ in 0..3 * MOST {
        held.push(open(&site).await);
    }
    for connection in &mut held {
        is_served(connection).await;
    }
}
