//! The line of a page that was made in the browser, and so does not know whose it is.

use crate::support::{ADA, Browser, NO_FIELDS, Page, Site, days};
use leptos_magic_auth::{Paths, internals::types::close_code};
use tokio_tungstenite::tungstenite::Message;

async fn logged_in(site: &Site) -> Browser {
    let browser = site.browser();
    browser.log_in(site, ADA).await;
    browser
}

/// A page of this browser, and the session that it does not know.
async fn page(browser: &Browser, site: &Site) -> (Page, String) {
    let mut page = browser.load(site).await;
    let session = std::mem::replace(&mut page.session, "unknown".to_owned());
    (page, session)
}

#[tokio::test]
async fn it_hears_first_which_session_it_shows_and_leaves_with_it() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let (page, session) = page(&browser, &site).await;
    let mut socket = page.connect(&browser).await;
    assert_eq!(socket.next().await, Some(Message::Text(session.as_str().into())));
    let mut socket = socket.alive().await;
    assert_eq!(browser.get("/sessions/live/look?session=unknown").await.body, "good");

    browser.post(&Paths::api("log_out_all"), NO_FIELDS).await;
    assert_eq!(socket.over().await, "logged_out_everywhere");
}

#[tokio::test]
async fn it_is_told_why_a_session_has_ended_that_the_cookie_still_names() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let (page, _) = page(&browser, &site).await;
    let (stale, end) = (browser.twin(), Paths::api("log_out_all"));
    browser.post(&end, NO_FIELDS).await;
    assert_eq!(page.connect(&stale).await.over().await, "logged_out_everywhere");
    assert_eq!(stale.get("/sessions/live/look?session=unknown").await.body, "logged_out_everywhere");
    site.clock.advance(days(100));
    site.database.run("DELETE FROM sessions").await;
    assert_eq!(page.connect(&stale).await.over().await, "logged_out");
}

#[tokio::test]
async fn where_nobody_is_logged_in_it_stays_as_it_is() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let (page, session) = page(&browser, &site).await;
    let nobody = site.browser();
    assert_eq!(page.connect(&nobody).await.told().await, (close_code::NOBODY, String::new()));
    assert_eq!(nobody.get("/sessions/live/look?session=unknown").await.body, "good");
    assert_eq!(nobody.get(&format!("/sessions/live/look?session={session}")).await.body, "logged_out");
    for session in ["", "Unknown", "unknown2"] {
        assert_eq!(nobody.get(&format!("/sessions/live/look?session={session}")).await.status, 400, "{session}");
    }
}
