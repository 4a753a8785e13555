//! In which language people are spoken to, on pages and in emails.

use crate::support::{ADA, Answer, Browser, EVE, Setup, Site};
use leptos_magic_auth::{MagicAuth, TestKit, internals::types::FUNCTIONS};
use std::fs;

/// Holds the language that was chosen.
const CHOSEN: &str = "__Host-magic_auth_language";

/// The heading of the log-in page in each language.
const LOG_IN: [(&str, &str); 18] = [
    ("en", "Log in to Notes"),
    ("de", "Bei Notes anmelden"),
    ("fr", "Se connecter à Notes"),
    ("es", "Iniciar sesión en Notes"),
    ("pt-BR", "Entrar em Notes"),
    ("it", "Accedi a Notes"),
    ("nl", "Inloggen bij Notes"),
    ("pl", "Zaloguj się do Notes"),
    ("tr", "Notes uygulamasına giriş yapın"),
    ("uk", "Вхід у Notes"),
    ("ru", "Вход в Notes"),
    ("ar", "تسجيل الدخول إلى \u{2068}Notes\u{2069}"),
    ("he", "כניסה אל \u{2068}Notes\u{2069}"),
    ("hi", "Notes में लॉग इन करें"),
    ("zh-Hans", "登录 Notes"),
    ("zh-Hant", "登入 Notes"),
    ("ja", "Notes にログイン"),
    ("ko", "Notes에 로그인"),
];

fn browser(site: &Site, languages: &'static str) -> Browser {
    let mut browser = site.browser();
    browser.languages = languages;
    browser
}

/// The language of a page, as it says itself.
fn language(page: &Answer) -> &str {
    let (_, rest) = page.body.split_once("<html lang=\"").unwrap_or_else(|| panic!("{}", page.body));
    rest.split_once('"').unwrap().0
}

/// Chooses from the menu of a page. One step.
async fn choose(browser: &Browser, page: &str, language: &str) -> Answer {
    let page = browser.get(page).await;
    browser.submit(&page, "/api/magic_auth/choose_language", &[("language", language)]).await
}

#[tokio::test]
async fn each_shipped_language_is_spoken_to_whoever_asks_for_it() {
    let site = Setup::new().set("--app-name", "Notes").start().await;
    for (tag, heading) in LOG_IN {
        let page = browser(&site, tag).get("/sessions/log_in").await;
        assert_eq!(page.heading(), heading);
        let dir = if ["ar", "he"].contains(&tag) { "rtl" } else { "ltr" };
        assert!(page.body.contains(&format!("<html lang=\"{tag}\" dir=\"{dir}\"")), "{tag}");
        assert!(page.header("vary").is_some_and(|vary| vary.contains("Accept-Language")), "{tag}");
        assert_eq!(page.header("cache-control"), Some("no-store"));
    }
}

#[tokio::test]
async fn a_visitors_choice_counts_before_what_the_browser_asks_for_and_that_before_the_default() {
    let site = Setup::new().set("--default-language", "fr").start().await;
    for (asked, spoken) in [("", "fr"), ("fi", "fr"), ("fi, de-AT;q=0.5", "de"), ("zh-TW", "zh-Hant")] {
        assert_eq!(language(&browser(&site, asked).get("/sessions/log_in").await), spoken, "{asked}");
    }
    let browser = browser(&site, "de");
    let answer = choose(&browser, "/sessions/log_in?return_to=/account", "ja").await;
    assert_eq!(answer.location(), "/sessions/log_in?return_to=/account", "the page comes back");
    let attributes = answer.cookie_attributes(CHOSEN).unwrap();
    assert!(attributes.contains("HttpOnly") && attributes.contains("Secure"), "{attributes}");
    let page = browser.get("/sessions/log_in").await;
    assert_eq!(language(&page), "ja");
    assert!(page.body.contains("<option value=\"ja\" lang=\"ja\" selected"), "{}", page.body);
    browser.set_cookie(CHOSEN, "<script>");
    assert_eq!(language(&browser.get("/sessions/log_in").await), "de", "what is no tag of ours is nothing");
}

#[tokio::test]
async fn nobody_chooses_what_there_is_not_and_the_way_back_leads_to_pages_that_only_show_something() {
    let site = Site::start().await;
    let browser = site.browser();
    let answer = browser.post("/api/magic_auth/choose_language", &[("language", "xx"), ("return_to", "/")]).await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.cookie_attributes(CHOSEN), None);
    for evil in ["/sessions/log_out/all/get", "//evil.example/", "https://evil.example", "/api/magic_auth/log_out", ""]
    {
        let fields = [("language", "de"), ("return_to", evil)];
        assert_eq!(browser.post("/api/magic_auth/choose_language", &fields).await.location(), "/", "{evil}");
    }
    let page = browser.get("/no/such/page").await;
    assert!(page.form("/api/magic_auth/choose_language").is_none(), "there is nothing to come back to");
    assert!(FUNCTIONS.contains(&"choose_language"));
}

#[tokio::test]
async fn an_account_has_the_language_of_its_first_log_in_until_another_is_chosen() {
    let site = Site::start().await;
    let first = browser(&site, "de");
    first.log_in(&site, ADA).await;
    let second = browser(&site, "fr");
    assert_eq!(language(&second.ask(ADA).await), "fr", "before a log-in nothing depends on whose address was typed");
    second.type_code(&site.message(ADA).code).await;
    assert_eq!(language(&second.get("/account").await), "de");
    assert_eq!(choose(&second, "/account", "it").await.location(), "/account");
    assert_eq!(language(&second.get("/account").await), "it");
    assert_eq!(language(&first.get("/account").await), "it", "the account's language is the same everywhere");
    assert_eq!(language(&first.get("/no/such/page").await), "de", "what needs no log-in asks for none");
}

#[tokio::test]
async fn an_email_is_in_the_language_of_the_page_that_asked_and_word_of_something_in_the_accounts() {
    let site = Site::start().await;
    let first = browser(&site, "ja");
    first.log_in(&site, ADA).await;
    let asked = site.message(ADA);
    assert_eq!(asked.subject, "Magic Auth にログイン");
    assert!(
        asked.html.contains("<html lang=\"ja\" dir=\"ltr\">") && asked.text.contains("2026年11月22日"),
        "{}",
        asked.text
    );
    let second = browser(&site, "ar");
    second.log_in(&site, ADA).await;
    // The newest of all is the word of a new browser.
    let told = site.newest_email().1;
    assert_eq!(told.subject, "新しいブラウザが Magic Auth にログインしました");
    let asked = site.messages(ADA).into_iter().find(|email| !email.code.is_empty()).unwrap();
    assert_eq!(asked.subject, "تسجيل الدخول إلى Magic Auth");
    assert!(asked.html.contains("<html lang=\"ar\" dir=\"rtl\">"), "{}", asked.html);
    assert!(asked.text.lines().any(|line| line == asked.link), "no mark breaks the link: {}", asked.text);

    second.change_email(EVE).await;
    let told = site.messages(ADA).into_iter().find(|email| email.text.contains(EVE)).unwrap();
    assert_eq!(told.subject, "Magic Auth のアドレスが変更されようとしています");
}

#[tokio::test]
async fn no_page_of_a_language_lacks_words_or_shows_the_name_of_a_message() {
    let site = Site::start().await;
    for (tag, _) in LOG_IN {
        let browser = browser(&site, tag);
        let email = format!("{}@example.com", tag.to_lowercase());
        let code_page = browser.ask(&email).await;
        let wrong = browser.type_code(&site.message(&email).wrong_code()).await;
        let wrong = browser.follow(wrong).await;
        browser.type_code(&site.message(&email).code).await;
        let account = browser.get("/account").await;
        let question = browser.get("/sessions/log_out/all/get").await;
        let missing = browser.get("/no/such/page").await;
        for page in [code_page, wrong, account, question, missing] {
            assert_eq!(language(&page), tag, "{}", page.path);
            let text = page.text();
            assert!(!text.contains(['{', '}', '\u{E000}']), "{tag}: {text}");
            assert!(!page.heading().is_empty(), "{tag}: {}", page.path);
        }
    }
}

#[tokio::test]
async fn a_folder_says_some_things_differently_and_adds_a_language() {
    let folder = tempfile::tempdir().unwrap();
    for (file, words) in
        [("de/own.ftl", "log-in-to = Willkommen bei { $app }"), ("nb/own.ftl", "log-in-to = Logg inn på { $app }")]
    {
        let file = folder.path().join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, words).unwrap();
    }
    let locales = folder.path().display().to_string();
    let site = Setup::new().set("--locales", &locales).set("--default-language", "nb").start().await;
    for (asked, heading) in
        [("de", "Willkommen bei Magic Auth"), ("fi", "Logg inn på Magic Auth"), ("fr", "Se connecter à Magic Auth")]
    {
        assert_eq!(browser(&site, asked).get("/sessions/log_in").await.heading(), heading);
    }
    let page = browser(&site, "nb").get("/sessions/log_in").await;
    assert!(page.says("Keep me logged in"), "what it lacks is said in English: {}", page.text());
}

#[tokio::test]
async fn words_that_nobody_would_see_end_the_start_with_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("de/own.ftl");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let locales = folder.path().display().to_string();
    for (words, said) in [
        ("no-such = x", "LOCALES holds what cannot be said. de/own.ftl: there is no message no-such"),
        (
            "log-in-to = { $name }",
            "LOCALES holds what cannot be said. de/own.ftl: the message log-in-to has no variable $name",
        ),
    ] {
        fs::write(&file, words).unwrap();
        assert_eq!(Setup::new().set("--locales", &locales).refused(), said);
    }
    let fault = Setup::new().set("--default-language", "fi").refused();
    assert!(fault.starts_with("DEFAULT_LANGUAGE is none of the languages that there are: en, de, "), "{fault}");
}

#[tokio::test]
async fn a_host_may_decide_and_say_things_differently_in_code() {
    let builder =
        MagicAuth::builder().language(|_| Some("de-AT".to_owned())).words("de", "mail-log-in-subject = Servus");
    let kit = TestKit::of(builder).await.unwrap();
    kit.log_in(ADA).await;
    assert_eq!(kit.emails().await[0].subject, "Servus");
    let fault = TestKit::of(MagicAuth::builder().words("de", "no-such = x")).await.err().unwrap().to_string();
    assert_eq!(fault, "words() holds what cannot be said. for de: there is no message no-such");
}
