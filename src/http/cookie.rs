//! The cookies: their names, what they hold, how they are read and made.
//!
//! All bear the `__Host-` prefix, so no other host and no unencrypted connection can plant one. A cookie that is
//! corrupt, too long, or there twice counts as absent.

use super::{
    MailboxKey,
    typed::{Field, Typed},
};
use crate::{
    auth::{BrowserSecret, DeviceSecret, LinkToken, LoggedIn, SessionToken, UndoToken},
    languages::Language,
};
use axum::http::{HeaderMap, HeaderValue, header};
use std::time::Duration;

/// Holds the session's token.
pub const SESSION: &str = "__Host-magic_auth";
/// Holds the browser's secret, to which its challenges are bound.
pub const CHALLENGE: &str = "__Host-magic_auth_challenge";
/// Holds the secret of a browser that has logged in before. Stays after a log-out: it opens nothing.
pub const DEVICE: &str = "__Host-magic_auth_device";
/// Holds the link's token between the email and the click.
pub const LINK: &str = "__Host-magic_auth_link";
/// Holds the token of the link that undoes a change of email address, between the email and the click.
pub const UNDO: &str = "__Host-magic_auth_undo";
/// Holds what was typed into a form that comes back with an error.
pub const TYPED: &str = "__Host-magic_auth_typed";

/// Holds the key of the mailbox of development.
const MAILBOX: &str = "__Host-magic_auth_mailbox";

/// Holds the tag of the language that was chosen from the menu. Stays after a log-out: a reader stays a reader.
const LANGUAGE: &str = "__Host-magic_auth_language";
/// How long that is kept.
const LANGUAGE_LIFETIME: Duration = Duration::from_secs(400 * 24 * 60 * 60);

/// The names of all of them.
const OWN: [&str; 8] = [SESSION, CHALLENGE, DEVICE, LINK, UNDO, TYPED, MAILBOX, LANGUAGE];

/// Stands between a name and the suffix of an installation. No own name has one, so no suffix makes one the other.
pub const BEFORE_SUFFIX: char = '-';

/// How long what was typed waits for its form at the most.
const TYPED_LIFETIME: Duration = Duration::from_secs(60);

/// How long after a link was opened the click may come, and how long the browser counts as a reader of its mailbox. A link
/// can be opened again.
const OPENED_LIFETIME: Duration = Duration::from_secs(60 * 60);

/// What a request's cookies hold.
#[derive(Clone, Default)]
pub struct Cookies {
    /// The session's token.
    pub session: Option<SessionToken>,
    /// The browser's secret.
    pub challenge: Option<BrowserSecret>,
    /// The secret of a browser that has logged in before.
    pub device: Option<DeviceSecret>,
    /// The token of the link that was opened.
    pub link: Option<LinkToken>,
    /// The token of the link that undoes a change of email address.
    pub undo: Option<UndoToken>,
    /// What was typed before, and into which field.
    pub typed: Option<Typed>,
}

impl Cookies {
    /// Reads a request's cookies, whose names end with the installation's suffix.
    pub fn read(headers: &HeaderMap, suffix: &str) -> Self {
        Self {
            session: single(headers, SESSION, suffix).and_then(SessionToken::parse),
            challenge: single(headers, CHALLENGE, suffix).and_then(BrowserSecret::parse),
            device: single(headers, DEVICE, suffix).and_then(DeviceSecret::parse),
            link: single(headers, LINK, suffix).and_then(LinkToken::parse),
            undo: single(headers, UNDO, suffix).and_then(UndoToken::parse),
            typed: single(headers, TYPED, suffix).and_then(Typed::parse),
        }
    }

    /// Returns what was typed into this field before, or nothing when it was another one.
    pub fn typed_into(&self, field: Field) -> String {
        self.typed.as_ref().filter(|typed| typed.field == field).map(|typed| typed.text.clone()).unwrap_or_default()
    }
}

/// Returns the value of the only cookie with this name. Other cookies may hold any bytes, as those of other applications
/// do.
fn single<'a>(headers: &'a HeaderMap, name: &str, suffix: &str) -> Option<&'a str> {
    let mut values = headers
        .get_all(header::COOKIE)
        .iter()
        .flat_map(|line| line.as_bytes().split(|byte| *byte == b';'))
        .map(<[u8]>::trim_ascii)
        .filter_map(|pair| pair.strip_prefix(name.as_bytes())?.strip_prefix(suffix.as_bytes())?.strip_prefix(b"="));
    let value = values.next()?;
    if values.next().is_some() { None } else { str::from_utf8(value).ok() }
}

/// Makes the cookie of somebody who has just logged in.
pub fn session(logged_in: &LoggedIn) -> HeaderValue {
    made(SESSION, logged_in.token.reveal(), logged_in.keep_for)
}

/// Makes the cookie of a browser that is about to ask for an email, or has asked.
pub fn challenge(secret: &BrowserSecret, keep_for: Duration) -> HeaderValue {
    made(CHALLENGE, secret.reveal(), Some(keep_for))
}

/// Makes the cookie of a browser that has logged in.
pub fn device(secret: &DeviceSecret, keep_for: Duration) -> HeaderValue {
    made(DEVICE, secret.reveal(), Some(keep_for))
}

/// Makes the cookie that a link's token is moved into.
pub fn link(token: &LinkToken) -> HeaderValue {
    made(LINK, token.reveal(), Some(OPENED_LIFETIME))
}

/// Makes the cookie that the token of a link is moved into that undoes a change of email address.
pub fn undo(token: &UndoToken) -> HeaderValue {
    made(UNDO, token.reveal(), Some(OPENED_LIFETIME))
}

/// Makes the cookie that brings back what was typed.
pub fn typed(field: Field, text: &str) -> HeaderValue {
    made(TYPED, Typed::new(field, text).reveal(), Some(TYPED_LIFETIME))
}

/// Makes the cookie that keeps a language that was chosen, by its tag.
pub(super) fn chosen_language(language: &Language) -> HeaderValue {
    made(LANGUAGE, language.tag().to_owned(), Some(LANGUAGE_LIFETIME))
}

/// Returns what a request's cookie says of the language that was chosen: perhaps no tag of ours.
pub(super) fn language<'a>(headers: &'a HeaderMap, suffix: &str) -> Option<&'a str> {
    single(headers, LANGUAGE, suffix)
}

/// Makes the cookie that opens the mailbox of development, until the browser closes.
pub(super) fn mailbox(key: &MailboxKey) -> HeaderValue {
    made(MAILBOX, key.reveal().to_owned(), None)
}

/// Returns the key of the mailbox of development that a request's cookie holds.
pub(super) fn mailbox_key<'a>(headers: &'a HeaderMap, suffix: &str) -> Option<&'a str> {
    single(headers, MAILBOX, suffix)
}

/// Lets the names of the cookies that an answer sets end with the installation's suffix.
pub(crate) fn name(headers: &mut HeaderMap, suffix: &str) {
    let named = |cookie: &HeaderValue| {
        let (name, rest) = cookie.to_str().ok()?.split_once('=')?;
        OWN.contains(&name).then(|| HeaderValue::from_str(&format!("{name}{suffix}={rest}")).ok())?
    };
    let cookies: Vec<_> = headers
        .get_all(header::SET_COOKIE)
        .iter()
        .map(|cookie| named(cookie).unwrap_or_else(|| cookie.clone()))
        .collect();
    headers.remove(header::SET_COOKIE);
    for cookie in cookies {
        headers.append(header::SET_COOKIE, cookie);
    }
}

/// Makes the cookies that remove all but the device's, for a browser that logs out: what they hold is nobody's business
/// any more.
pub fn all_gone() -> [HeaderValue; 5] {
    [SESSION, CHALLENGE, LINK, UNDO, TYPED].map(gone)
}

/// Makes the cookie that removes the one of this name.
pub fn gone(name: &'static str) -> HeaderValue {
    made(name, String::new(), Some(Duration::ZERO))
}

fn made(name: &'static str, value: String, keep_for: Option<Duration>) -> HeaderValue {
    let mut cookie = format!("{name}={value}; HttpOnly; SameSite=Lax; Secure; Path=/");
    if let Some(keep_for) = keep_for {
        cookie.push_str(&format!("; Max-Age={}", keep_for.as_secs()));
    }
    // Names are our own and values base64url, so this is a header.
    HeaderValue::from_str(&cookie).unwrap_or_else(|_| HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::Random;
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    use proptest::{collection::vec, prelude::*, sample::select};

    fn headers(lines: &[&str]) -> HeaderMap {
        lines.iter().map(|line| (header::COOKIE, HeaderValue::from_str(line).unwrap())).collect()
    }

    #[test]
    fn a_good_cookie_is_read_among_others() {
        let token = SessionToken::generate(&Random::system());
        let line = format!("theme=dark; {SESSION}={}; x=", token.reveal());
        assert!(Cookies::read(&headers(&[&line]), "").session.is_some_and(|read| read.hashed() == token.hashed()));
    }

    #[test]
    fn corrupt_doubled_and_oversized_ones_count_as_absent() {
        let good = SessionToken::generate(&Random::system()).reveal();
        let doubled = format!("{SESSION}={good}; {SESSION}={good}");
        let oversized = format!("{SESSION}={}", good.repeat(200));
        let (first, second) = (format!("{SESSION}={good}"), format!("{SESSION}=x"));
        for lines in [
            vec![doubled.as_str()],
            vec![&oversized],
            vec![&first, &second],
            vec![&second],
            vec![SESSION],
            vec![";;=;"],
        ] {
            assert!(Cookies::read(&headers(&lines), "").session.is_none());
        }
    }

    #[test]
    fn cookies_are_locked_to_this_host() {
        let text = challenge(&BrowserSecret::generate(&Random::system()), Duration::from_secs(600));
        let text = text.to_str().unwrap();
        for attribute in ["__Host-", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age=600"] {
            assert!(text.contains(attribute), "{attribute} in {text}");
        }
        assert!(!text.contains("Domain"));
    }

    #[test]
    fn two_installations_on_one_host_have_cookies_of_their_own() {
        let token = SessionToken::generate(&Random::system());
        let mut answer = HeaderMap::new();
        answer.append(header::SET_COOKIE, gone(LINK));
        answer.append(header::SET_COOKIE, made(SESSION, token.reveal(), None));
        answer.append(header::SET_COOKIE, HeaderValue::from_static("theme=dark"));
        name(&mut answer, "-notes");
        let set: Vec<_> = answer.get_all(header::SET_COOKIE).iter().map(|set| set.to_str().unwrap()).collect();
        assert!(set[0].starts_with(&format!("{LINK}-notes=;")), "{set:?}");
        assert_eq!(set[2], "theme=dark");
        let pair = set[1].split(';').next().unwrap();
        assert!(Cookies::read(&headers(&[pair]), "-notes").session.is_some());
        assert!(Cookies::read(&headers(&[pair]), "").session.is_none());
    }

    #[test]
    fn no_suffix_makes_a_cookie_another_one() {
        for name in OWN {
            assert!(!name.trim_start_matches("__Host-").contains(BEFORE_SUFFIX), "{name}");
        }
    }

    #[test]
    fn what_was_typed_comes_back_to_its_field() {
        let cookie = typed(Field::Code, "１２３");
        let pair = cookie.to_str().unwrap().split(';').next().unwrap().to_owned();
        let cookies = Cookies::read(&headers(&[&pair]), "");
        assert_eq!(cookies.typed_into(Field::Code), "１２３");
        assert_eq!(cookies.typed_into(Field::Email), "", "a code is no email address");
    }

    /// A cookie of ours or of somebody else. Its value may be good, or any characters but the one that ends it.
    fn pair() -> impl Strategy<Value = (&'static str, String)> {
        let name = select(&[SESSION, CHALLENGE, DEVICE, LINK, UNDO, TYPED, "__Host-magic", "theme", ""][..]);
        let value = prop_oneof![
            2 => "[ -:<-~\u{80}-\u{ff}\t]{0,60}",
            2 => "[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]",
            1 => "[A-Za-z0-9_-]{43}",
            1 => "Y29kZTp4([A-Za-z]{4}){0,3}",
        ];
        (name, value)
    }

    proptest! {
        #[test]
        fn whatever_bytes_come_are_read_or_left(given in vec(vec(pair(), 0..4), 0..3)) {
            let lines = given.iter().map(|line| {
                let pairs: Vec<_> = line.iter().map(|(name, value)| format!("{name}={value}")).collect();
                (header::COOKIE, HeaderValue::from_bytes(pairs.join("; ").as_bytes()).unwrap())
            });
            let read = Cookies::read(&lines.collect(), "");
            let only = |name| {
                let mut values = given.iter().flatten().filter(|(given, _)| *given == name).map(|(_, value)| value);
                values.next().filter(|_| values.next().is_none()).map(|value| value.trim_ascii_end())
            };
            let token = only(SESSION).filter(|value| SessionToken::parse(value).is_some()).map(str::to_owned);
            prop_assert_eq!(read.session.map(|token| token.reveal()), token);
            let secret = only(CHALLENGE).filter(|value| BrowserSecret::parse(value).is_some()).map(str::to_owned);
            prop_assert_eq!(read.challenge.map(|secret| secret.reveal()), secret);
            prop_assert!(read.device.is_none() || only(DEVICE).is_some());
            prop_assert!(read.link.is_none() || only(LINK).is_some());
            prop_assert!(read.undo.is_none() || only(UNDO).is_some());
            prop_assert!(read.typed.is_none() || only(TYPED).is_some_and(|value| Typed::parse(value) == read.typed));
        }

        #[test]
        fn one_good_cookie_is_found_wherever_it_stands_and_two_never_are(
            before in "([a-z]{1,5}=[ -:<-~]{0,20}; ?){0,3}",
            after in "(; ?[a-z]{1,5}=[ -:<-~]{0,20}){0,3}",
            bytes in any::<[u8; 32]>(),
        ) {
            let token = URL_SAFE_NO_PAD.encode(bytes);
            let line = format!("{before}{SESSION}={token}{after}");
            let read = Cookies::read(&headers(&[&line]), "").session;
            prop_assert_eq!(read.map(|read| read.reveal()), Some(token));
            let twice = format!("{line}; {SESSION}=x");
            prop_assert!(Cookies::read(&headers(&[&twice]), "").session.is_none());
        }
    }
}
