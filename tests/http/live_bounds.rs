//! How many live pages there may be: of a session, of a client, and of all, so that handles are left for everybody else.

use crate::support::{
    ADA, Browser, EVE, MAILBOX_KEY, NO_FIELDS, OVER, Page, SESSION, Setup, Site, Socket, TOO_MANY, at_once, seconds,
};
use leptos_magic_auth::internals::auth::{ClientIp, SessionToken};
use std::{path::Path, process::Stdio};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
    time::timeout,
};
use tokio_tungstenite::tungstenite::Message;
use uuid::Uuid;

/// Pages of one session, and of one client.
const OF_SESSION: usize = 50;
const OF_CLIENT: usize = 1_000;

async fn logged_in(site: &Site, email: &str) -> Browser {
    let browser = site.browser();
    browser.log_in(site, email).await;
    browser
}

#[tokio::test]
async fn a_session_has_fifty_live_pages_and_the_next_one_is_told_that_there_are_too_many() {
    let site = Site::start().await;
    let (browser, other) = (logged_in(&site, ADA).await, logged_in(&site, EVE).await);
    let page = browser.load(&site).await;
    let mut open = Vec::new();
    for _ in 0..OF_SESSION {
        open.push(page.twin().connect(&browser).await.alive().await);
    }
    for _ in 0..3 {
        let mut refused = page.twin().connect(&browser).await;
        assert_eq!(refused.told().await, (TOO_MANY, String::new()));
        refused.dropped().await;
        assert_eq!(site.auth.live_pages(), OF_SESSION);
    }
    assert!(open[0].is_silent().await, "those that are there stay");
    assert!(other.open(&site).await.is_silent().await, "and another session has its own");

    let mut gone = open.pop().unwrap();
    gone.say(Message::Close(None)).await;
    gone.dropped().await;
    page.twin().connect(&browser).await.alive().await;
}

#[tokio::test]
async fn a_page_that_connects_anew_keeps_its_place_where_all_are_taken() {
    let site = Site::start().await;
    let browser = logged_in(&site, ADA).await;
    let page = browser.load(&site).await;
    let mut open = vec![page.connect(&browser).await.alive().await];
    for _ in 1..OF_SESSION {
        open.push(page.twin().connect(&browser).await.alive().await);
    }
    for _ in 0..5 {
        open[0] = page.connect(&browser).await.alive().await;
        assert_eq!(page.twin().connect(&browser).await.told().await.0, TOO_MANY);
    }
}

#[tokio::test]
async fn where_there_is_no_room_a_page_whose_session_is_over_is_told_that() {
    let site = Site::start().await;
    let browser = logged_in(&site, ADA).await;
    let page = browser.load(&site).await;
    let mut open = Vec::new();
    for _ in 0..OF_SESSION {
        open.push(page.twin().connect(&browser).await.alive().await);
    }
    // The end is written by another process, so that nobody has told the pages yet.
    site.database.run("UPDATE magic_auth_sessions SET ended_at = 1, ended_because = 'session_ended'").await;
    assert_eq!(page.twin().connect(&browser).await.told().await, (OVER, "session_ended".to_owned()));
}

#[tokio::test]
async fn a_client_has_a_thousand_over_all_its_sessions_and_a_neighbour_has_its_own() {
    let site = Setup::new().set("--client-ip-source", "RightmostXForwardedFor").start().await;
    let browser = logged_in(&site, ADA).await;
    let page = browser.load(&site).await;
    let ip = |text: &str| ClientIp::known(text.parse().unwrap());
    // Places are taken as the socket takes them: a thousand real ones would say no more.
    let made_up = |number: usize| {
        let bytes: [u8; 32] = std::array::from_fn(|at| (number >> (8 * (at % 4))) as u8);
        SessionToken::parse(&base64(&bytes)).expect("a token")
    };
    let take = |number: usize, client: &str| {
        site.auth.live_page_of_client(&made_up(number / OF_SESSION), Uuid::nil().into(), None, ip(client))
    };
    let places: Vec<_> = (0..OF_CLIENT).map(|number| take(number, "2001:db8:1:2::7").expect("a place")).collect();
    assert!(take(OF_CLIENT, "2001:db8:1:2::7").is_err());
    let told = async |client| page.twin().connect_from(&browser, Some(client)).await;
    assert_eq!(told("2001:db8:1:2:ffff::1").await.told().await.0, TOO_MANY, "the whole /64 is one client");
    for neighbour in ["2001:db8:1:3::7", "203.0.113.7"] {
        assert!(told(neighbour).await.alive().await.is_silent().await, "{neighbour}");
    }
    drop(places);
    assert!(told("2001:db8:1:2::7").await.alive().await.is_silent().await, "places are given back");
}

fn base64(bytes: &[u8]) -> String {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    URL_SAFE_NO_PAD.encode(bytes)
}

#[tokio::test]
async fn a_socket_without_a_good_session_is_told_so_and_dropped_at_once() {
    let site = Site::start().await;
    let browser = logged_in(&site, ADA).await;
    let page = browser.load(&site).await;
    let (nobody, made_up, corrupt, stale) = (site.browser(), site.browser(), site.browser(), browser.twin());
    made_up.set_cookie(SESSION, &"A".repeat(43));
    corrupt.set_cookie(SESSION, "x");
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    for without in [&nobody, &made_up, &corrupt, &stale] {
        let mut sockets: Vec<Socket> = Vec::new();
        for _ in 0..20 {
            sockets.push(page.twin().connect(without).await);
        }
        for mut socket in sockets {
            assert_eq!(socket.told().await, (OVER, "logged_out".to_owned()));
            socket.dropped().await;
        }
        assert_eq!(site.auth.live_pages(), 0);
    }
}

/// The program, which begins with so many handles and may have so many, and what it logs of them.
#[cfg(unix)]
async fn with_handles(soft: u32, hard: u32, folder: &Path, variables: &[(&str, &str)]) -> (Child, String) {
    let limits = format!("ulimit -Sn {soft} && ulimit -Hn {hard} && exec \"$0\"");
    let mut program = Command::new("sh");
    program.args(["-c", &limits, env!("CARGO_BIN_EXE_magic-auth")]).current_dir(folder).env_clear();
    program.env("PATH", "/usr/bin:/bin").env("LEPTOS_SITE_ADDR", "127.0.0.1:0").envs(variables.iter().copied());
    program.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    let mut child = program.spawn().unwrap();
    let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
    let mut told = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = async {
        let mut of_handles = String::new();
        while !of_handles.contains("files and sockets may be open") {
            of_handles = log.next_line().await.unwrap().expect("a line about handles");
        }
        while !told.next_line().await.unwrap().expect("an address").contains("Stop it with Ctrl-C") {}
        of_handles
    };
    let line = timeout(seconds(30), line).await.expect("a start in time");
    // It goes on writing, and must not find its streams closed.
    tokio::spawn(async move { while let Ok(Some(_)) = log.next_line().await {} });
    tokio::spawn(async move { while let Ok(Some(_)) = told.next_line().await {} });
    (child, line)
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn the_soft_limit_of_handles_is_raised_to_the_hard_one_and_logged() {
    let folder = tempfile::tempdir().unwrap();
    for (soft, hard) in [(128, 300), (300, 300)] {
        let (child, line) = with_handles(soft, hard, folder.path(), &[]).await;
        assert!(line.contains(&format!("{hard} files and sockets")), "{line}");
        assert!(line.contains(&format!("was=\"{soft}\"")), "{line}");
        let limits = std::fs::read_to_string(format!("/proc/{}/limits", child.id().unwrap())).unwrap();
        let line = limits.lines().find(|line| line.starts_with("Max open files")).unwrap();
        let numbers: Vec<_> = line.split_whitespace().skip(3).take(2).map(str::to_owned).collect();
        assert_eq!(numbers, [hard.to_string(), hard.to_string()]);
    }
}

#[cfg(unix)]
#[tokio::test]
async fn however_many_sockets_are_asked_for_a_tenth_of_the_handles_is_left_for_pages() {
    const HANDLES: u32 = 200;
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (address, url) = (free.to_string(), format!("http://{free}"));
    let folder = tempfile::tempdir().unwrap();
    let settings = [
        ("LEPTOS_SITE_ADDR", address.as_str()),
        ("PUBLIC_URL", &url),
        ("MAILBOX_KEY", MAILBOX_KEY),
        ("DANGEROUSLY_WITHOUT_LIMITS", "true"),
    ];
    let _program = with_handles(HANDLES, HANDLES, folder.path(), &settings).await;

    let (mut open, mut refused) = (Vec::new(), 0);
    for number in 0..5 {
        let browser = Browser::new(&url, free, None);
        let page = log_in_and_load(&browser, free, &format!("user-{number}@example.com")).await;
        for _ in 0..OF_SESSION {
            let mut socket = page.twin().connect(&browser).await;
            match socket.next().await {
                Some(Message::Text(_)) => open.push(socket),
                Some(Message::Close(Some(frame))) => {
                    assert_eq!(u16::from(frame.code), TOO_MANY);
                    refused += 1;
                }
                other => panic!("{other:?}"),
            }
        }
    }
    assert_eq!(open.len(), 140, "nine tenths, but for what the server itself needs");
    assert_eq!(refused, 110);
    // And others come, all at the same time.
    let url = std::sync::Arc::new(url);
    let ask = |url: std::sync::Arc<String>| async move { Browser::new(&url, free, None).get("/sessions/log_in").await };
    let pages = at_once((0..20).map(|_| ask(url.clone())).collect()).await;
    assert!(pages.iter().all(|page| page.status == 200), "{pages:?}");
    assert!(open[0].is_silent().await);
}

/// Logs in at the program, whose emails are read as a program reads them.
#[cfg(unix)]
async fn log_in_and_load(browser: &Browser, address: std::net::SocketAddr, email: &str) -> Page {
    assert_eq!(
        browser.post("/api/magic_auth/request_log_in", &[("email", email)]).await.location(),
        "/sessions/password"
    );
    // The code page waits until the email is there.
    browser.get("/sessions/password").await;
    let emails = browser.get(&format!("/dev/mailbox.json?key={MAILBOX_KEY}")).await.body;
    let emails: serde_json::Value = serde_json::from_str(&emails).unwrap();
    let newest = emails.as_array().unwrap().iter().find(|message| message["to"] == email).expect("an email");
    let lines = newest["text"].as_str().unwrap().lines().map(str::trim);
    let code = lines.clone().find(|line| line.len() >= 6 && line.chars().all(|c| c.is_ascii_digit() || c == ' '));
    assert!(browser.type_code(code.expect("a code")).await.logs_in());
    browser.load_at(address).await
}
