//! Logging out everywhere.

use crate::support::{ADA, Answer, Browser, CHALLENGE, EVE, LINK, NO_FIELDS, SESSION, Setup, Site};
use leptos_magic_auth::{
    DisconnectSelf, Paths,
    internals::auth::{Acting, Client, PageId, SessionState, SessionToken},
};
use reqwest::Method;

const GET: &str = "/sessions/log_out/all/get";
const GOOD_BYE: &str = "/sessions/log_in?notice=logged_out_everywhere";

/// Three browsers of one user, and one of another.
async fn browsers(site: &Site) -> ([Browser; 3], Browser) {
    let all = [site.browser(), site.browser(), site.browser()];
    for browser in &all {
        browser.log_in(site, ADA).await;
    }
    let eve = site.browser();
    eve.log_in(site, EVE).await;
    (all, eve)
}

async fn assert_all_out(all: &[Browser], eve: &Browser) {
    for browser in all {
        let twin = browser.twin();
        if browser.cookie(SESSION).is_some() {
            let wall = browser.get("/account").await;
            assert_eq!(wall.location(), format!("{GOOD_BYE}&return_to=/account"));
            assert_eq!(browser.follow(wall).await.messages(), ["You were logged out everywhere."], "scripts or not");
        }
        assert!(!twin.is_logged_in().await);
    }
    assert!(eve.is_logged_in().await, "another user stays");
}

#[tokio::test]
async fn the_link_ends_every_session_and_tells_every_page() {
    let site = Site::start().await;
    let (all, eve) = browsers(&site).await;
    let (mut acting, mut tab) = (all[0].open(&site).await, all[0].open(&site).await);
    let (mut other, mut strangers) = (all[1].open(&site).await, eve.open(&site).await);
    let stolen = all[0].twin();
    let page = all[0].visit("/account").await;
    let answer = all[0].submit(&page, "/api/magic_auth/log_out_all", &[("page", &acting.page)]).await;
    assert_eq!(answer.location(), GOOD_BYE);
    assert!(answer.cookie_attributes(SESSION).unwrap().contains("Max-Age=0"));
    for told in [&mut tab, &mut other] {
        assert_eq!(told.over().await, "logged_out_everywhere");
    }
    assert!(acting.is_silent().await && strangers.is_silent().await);
    assert_all_out(&[stolen, all[1].twin(), all[2].twin()], &eve).await;
}

#[tokio::test]
async fn delete_does_the_same_and_spares_no_page() {
    let site = Site::start().await;
    let (all, eve) = browsers(&site).await;
    let mut page = all[0].open(&site).await;
    assert_eq!(all[0].delete("/sessions/log_out/all").await.location(), GOOD_BYE);
    assert_eq!(page.over().await, "logged_out_everywhere");
    assert_all_out(&all, &eve).await;
    assert_eq!(all[1].delete("/sessions/log_out/all").await.location(), GOOD_BYE, "twice is as good as once");
    assert_eq!(all[2].post("/api/magic_auth/log_out_all", NO_FIELDS).await.location(), GOOD_BYE);
}

/// What the browser says of a navigation that began on our own page.
const LED: [(&str, &str); 3] =
    [("sec-fetch-site", "same-origin"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")];

async fn get_with(browser: &Browser, method: Method, headers: &[(&str, &str)]) -> Answer {
    let mut request = browser.bare(method, GET).header("accept", "text/html");
    for (name, value) in headers {
        request = request.header(name, value);
    }
    request.send().await
}

#[tokio::test]
async fn a_redirect_from_our_own_page_logs_out_everywhere() {
    let site = Site::start().await;
    let (all, eve) = browsers(&site).await;
    let mut page = all[1].open(&site).await;
    assert_eq!(get_with(&all[0], Method::GET, &LED).await.location(), GOOD_BYE);
    assert_eq!(page.over().await, "logged_out_everywhere");
    assert_all_out(&all, &eve).await;
}

#[tokio::test]
async fn every_other_way_to_that_address_logs_nobody_out_and_shows_a_button() {
    let site = Site::start().await;
    let (all, eve) = browsers(&site).await;
    let with = |name: &'static str, value: &'static str| {
        let mut headers = LED.to_vec();
        headers.retain(|(kept, _)| *kept != name);
        headers.push((name, value));
        headers
    };
    let without = |name: &str| LED.into_iter().filter(|(kept, _)| *kept != name).collect::<Vec<_>>();
    let mut ways =
        vec![vec![], with("sec-purpose", "prefetch"), with("purpose", "prefetch"), with("x-moz", "prefetch")];
    ways.push(with("sec-purpose", "prefetch;prerender"));
    ways.extend(["none", "cross-site", "same-site", "Same-Origin", ""].map(|site| with("sec-fetch-site", site)));
    ways.extend(["no-cors", "cors", "same-origin", "websocket"].map(|mode| with("sec-fetch-mode", mode)));
    ways.extend(["image", "iframe", "empty", "script", "embed"].map(|dest| with("sec-fetch-dest", dest)));
    ways.extend(LED.map(|(name, _)| without(name)));
    ways.extend(LED.map(|(name, value)| {
        let mut doubled = LED.to_vec();
        doubled.push((name, value));
        doubled
    }));
    for headers in ways {
        let page = get_with(&all[0], Method::GET, &headers).await;
        assert_eq!(page.status, 200, "{headers:?}");
        assert_eq!(page.heading(), "Log out everywhere?");
        assert!(all[0].is_logged_in().await && all[1].is_logged_in().await, "{headers:?}");
    }
    get_with(&all[0], Method::HEAD, &LED).await;
    assert!(all[0].is_logged_in().await, "HEAD looks and does nothing");

    let page = get_with(&all[0], Method::GET, &[]).await;
    assert_eq!(all[0].submit(&page, "/api/magic_auth/log_out_all", &[]).await.location(), GOOD_BYE, "the button works");
    assert_all_out(&all, &eve).await;
    assert_eq!(get_with(&all[0], Method::GET, &[]).await.location(), "/sessions/log_in?notice=logged_out");
}

#[tokio::test]
async fn nobody_is_logged_out_by_get_or_from_another_site() {
    let site = Site::start().await;
    let (all, _) = browsers(&site).await;
    for name in [
        "log_out",
        "log_out_all",
        "end_session",
        "end_other_sessions",
        "change_email",
        "cancel_email_change",
        "send_undo_email",
        "undo_email_change",
    ] {
        let path = format!("/api/magic_auth/{name}");
        assert_eq!(all[0].get(&path).await.status, 405, "{name}");
        let forged =
            all[0].bare(Method::POST, &path).header("sec-fetch-site", "cross-site").form(NO_FIELDS).send().await;
        assert_eq!(forged.status, 403, "{name}");
    }
    for path in ["/sessions/log_out", "/sessions/log_out/all"] {
        assert_eq!(all[0].get(path).await.status, 405, "{path}");
        let forged = all[0].bare(Method::DELETE, path).header("origin", "https://evil.example").send().await;
        assert_eq!(forged.status, 403, "{path}");
    }
    for browser in &all {
        assert!(browser.is_logged_in().await);
    }
}

#[tokio::test]
async fn the_rules_tell_what_ended_and_spare_the_page_that_acts_if_they_shall() {
    for (disconnect_self, spared) in [(DisconnectSelf::No, true), (DisconnectSelf::Yes, false)] {
        let site = Site::start().await;
        let (all, eve) = browsers(&site).await;
        let (mut acting, mut tab) = (all[0].open(&site).await, all[0].open(&site).await);
        let token = SessionToken::parse(&all[0].cookie(SESSION).unwrap()).unwrap();
        let SessionState::Good(session) = site.auth.session(&token).await.unwrap() else { panic!("logged in") };
        let client = Client::new("203.0.113.7", "");
        let by = Acting { client: &client, page: PageId::parse(&acting.page).map(Into::into) };

        let ended = site.auth.log_out_all(&session.account, by, disconnect_self).await.unwrap();
        assert_eq!(ended.sessions.len(), 3);
        assert!(ended.sessions.contains(&session.id));
        assert_eq!(tab.over().await, "logged_out_everywhere");
        assert_eq!(acting.is_silent().await, spared);
        assert_all_out(&all, &eve).await;
        let again = site.auth.log_out_all(&session.account, by, disconnect_self).await.unwrap();
        assert!(again.sessions.is_empty());
        assert!(site.auth.log_out(&token, by).await.unwrap().sessions.is_empty());
    }
}

#[tokio::test]
async fn every_address_of_logging_out_can_be_set() {
    let paths = Paths::scoped("/members");
    for (name, path) in [
        ("log_out", "/members/log_out"),
        ("log_out_all", "/members/log_out/all"),
        ("log_out_all_get", "/members/log_out/all/get"),
        ("live", "/members/live"),
    ] {
        assert!(paths.all().contains(&(name.to_owned(), path.to_owned())), "{name}");
    }
    let site = Setup::new().paths(paths).start().await;
    let browser = site.browser();
    for (path, status) in [
        ("/members/log_out", 405),
        ("/members/log_out/all", 405),
        ("/members/log_out/all/get", 303),
        ("/members/live", 403),
        ("/sessions/log_out/all/get", 404),
        ("/sessions/live", 404),
    ] {
        assert_eq!(browser.get(path).await.status, status, "{path}");
    }
}

#[tokio::test]
async fn below_other_addresses_it_all_works_the_same() {
    let site = Setup::new().paths(Paths::scoped("/members")).start().await;
    let browsers = [site.browser(), site.browser()];
    let log_in = async |browser: &Browser| {
        browser.post("/api/magic_auth/request_log_in", &[("email", ADA)]).await;
        assert!(browser.type_code(&site.message(ADA).code).await.logs_in());
    };
    let led = async |browser: &Browser| {
        let mut request = browser.bare(Method::GET, "/members/log_out/all/get");
        for (name, value) in LED {
            request = request.header(name, value);
        }
        request.send().await
    };
    let delete = async |browser: &Browser| browser.delete("/members/log_out/all").await;
    let post = async |browser: &Browser| browser.post("/api/magic_auth/log_out_all", NO_FIELDS).await;
    for way in 0..3 {
        log_in(&browsers[0]).await;
        log_in(&browsers[1]).await;
        // The page itself says where its line leads.
        let mut page = browsers[1].open(&site).await;
        assert_eq!(browsers[0].delete("/sessions/log_out/all").await.status, 405, "only files are read there");
        assert!(page.is_silent().await);
        let answer = match way {
            0 => led(&browsers[0]).await,
            1 => delete(&browsers[0]).await,
            _ => post(&browsers[0]).await,
        };
        assert_eq!(answer.location(), "/members/log_in?notice=logged_out_everywhere");
        assert_eq!(page.over().await, "logged_out_everywhere");
        let wall = browsers[1].get("/account").await;
        assert_eq!(wall.location(), "/members/log_in?notice=logged_out_everywhere&return_to=/account");
    }
}

#[tokio::test]
async fn nothing_of_ours_is_left_in_the_browser_that_asked() {
    let site = Site::start().await;
    for program in [false, true] {
        let browser = site.browser();
        browser.log_in(&site, ADA).await;
        // Another email, asked for on a page left open, and its link opened.
        browser.post("/api/magic_auth/request_log_in", &[("email", ADA)]).await;
        browser.get(&site.message(ADA).path).await;
        assert!(browser.cookie(CHALLENGE).is_some() && browser.cookie(LINK).is_some());
        let answer = match program {
            false => browser.post("/api/magic_auth/log_out_all", NO_FIELDS).await,
            true => browser.post_for_json("/api/magic_auth/log_out_all", NO_FIELDS).await,
        };
        assert_eq!(
            (answer.status, answer.header("location").is_some()),
            if program { (200, false) } else { (303, true) }
        );
        for name in [SESSION, CHALLENGE, LINK] {
            assert_eq!(browser.cookie(name), None, "{name}");
        }
        assert!(answer.set_cookies().iter().all(|(_, value, _)| value.is_empty()));
    }
}
