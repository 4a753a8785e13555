//! The letters of a change of address.

use crate::support::{ADA, EVE, Site, minutes};
use std::time::Duration;

const NEW: &str = "grace@example.com";

#[tokio::test]
async fn both_letters_say_what_happens_who_asked_and_what_to_do() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    browser.change_email(NEW).await;
    let (confirm, notice) = (site.letter(NEW), site.letter(ADA));

    assert_eq!(confirm.subject, "Confirm your new address for Magic Auth");
    assert_eq!(notice.subject, "Your address at Magic Auth is about to change");
    let grouped = format!("{} {}", &confirm.code[..3], &confirm.code[3..]);
    for part in [&confirm.text, &confirm.html] {
        for words in [grouped.as_str(), &confirm.link, NEW, "Firefox on Linux", "127.0.0.1", "10 minutes", "14:15 UTC"]
        {
            assert!(part.contains(words), "{words}: {part}");
        }
        assert!(!part.contains(ADA), "a stranger's mailbox does not learn the old one: {part}");
    }
    for part in [&notice.text, &notice.html] {
        for words in
            [ADA, NEW, &notice.link, "Firefox on Linux", "127.0.0.1", "14:05 UTC", "7 days", "29 November 2026"]
        {
            assert!(part.contains(words), "{words}: {part}");
        }
        assert!(!part.contains(&grouped) && !part.contains("verify?token"), "nothing to log in with: {part}");
    }
    assert!(notice.path.starts_with("/account/email/undo?token="));
    for letter in [&confirm, &notice] {
        assert!(!letter.subject.contains(&confirm.code));
        assert!(letter.text.lines().any(|line| line == letter.link), "the link on a line of its own");
        assert!(letter.text.lines().all(|line| line == letter.link || line.chars().count() <= 72), "{}", letter.text);
        assert!(!letter.html.contains("<img") && !letter.html.contains("src="));
    }
}

#[tokio::test]
async fn the_other_letters_are_as_short() {
    let site = Site::start().await;
    let (browser, owner) = (site.browser(), site.browser());
    browser.log_in(&site, ADA).await;
    owner.log_in(&site, EVE).await;
    site.clock.advance(minutes(15) + Duration::from_millis(1));
    browser.change_email(EVE).await;
    let prove = site.letter(ADA);
    assert_eq!(prove.subject, "Change your address at Magic Auth");
    browser.type_code(&prove.code).await;
    let taken = site.letter(EVE);
    for letter in [&prove, &taken] {
        assert!(letter.text.lines().all(|line| line.contains("://") || line.chars().count() <= 72), "{}", letter.text);
        assert!(letter.text.contains("Firefox on Linux") && letter.html.contains("127.0.0.1"));
    }
}

#[tokio::test]
async fn nothing_of_a_change_can_be_read_from_the_database() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    browser.change_email(NEW).await;
    let (confirm, notice) = (site.letter(NEW), site.letter(ADA));
    browser.get(&notice.path).await;
    let dump = site.database.dump().await.join("\n");
    assert!(dump.contains(NEW), "the search finds what is there");
    for secret in [&confirm.code, confirm.token(), notice.token(), &browser.cookie("__Host-magic_auth_undo").unwrap()] {
        assert!(!dump.contains(secret), "{secret}");
    }
}
