//! Reads the token out of a link that mail programs, chats and hands have mangled on its way: a slash behind the path,
//! an escaped `?`, what is left of quoted-printable, a line break in its middle, the full stop of the sentence that it
//! stood in. Only where all that is there has one meaning.

use crate::types::is_invisible;
use axum::http::{Uri, uri::PathAndQuery};
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// Characters in a token.
const LENGTH: usize = 43;

/// Escaped more often than that, a link is none of ours any more. (`%253F` is a `?` that was escaped twice.)
const MOST_ESCAPES: usize = 3;

/// Nothing longer is looked at. A link has less than a hundred characters behind its path.
const MOST_BYTES: usize = 2_048;

/// What somebody opened who came to one of the pages that links lead to.
pub enum Opened<T> {
    /// The page itself.
    Page,
    /// A link, with its token where that could be read. The address has to become clean.
    Link(Option<T>),
    /// What is left of a link when all but the page is gone: `/sessions/verify/`, `/sessions/verify).`
    Remains,
    /// Another address, which only begins alike.
    Elsewhere,
}

/// Reads the address that was asked for, where the link's page is at `page`.
pub fn opened<T>(uri: &Uri, page: &str, parse: impl Fn(&str) -> Option<T>) -> Opened<T> {
    let asked = uri.path_and_query().map_or("", PathAndQuery::as_str);
    let behind = asked.strip_prefix(page).unwrap_or_else(|| asked.find('?').map_or("", |query| &asked[query..]));
    if behind.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return Opened::Elsewhere;
    }
    match written(behind) {
        Some(written) => Opened::Link(token(&written, parse)),
        None => {
            let path = percent_decode_str(behind.split('?').next().unwrap_or_default()).decode_utf8_lossy();
            match path.is_empty() {
                true => Opened::Page,
                // The token as a piece of the path.
                false if path.trim_matches('/').len() == LENGTH && parse(path.trim_matches('/')).is_some() => {
                    Opened::Link(parse(path.trim_matches('/')))
                }
                false if path.contains(char::is_alphanumeric) => Opened::Elsewhere,
                false => Opened::Remains,
            }
        }
    }
}

/// Returns the one token that was meant; `None` where there could be another.
fn token<T>(written: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    // A name may stand there more than once, with or without a value.
    let lower = written.to_ascii_lowercase();
    let later = lower.match_indices("token=").map(|(at, name)| &written[at + name.len()..]);
    let texts = std::iter::once(written).chain(later).flat_map(readings);
    let mut meanings: Vec<_> = texts.filter_map(|text| cut(&text)).collect();
    meanings.retain(|token| parse(token).is_some());
    meanings.sort();
    meanings.dedup();
    match meanings.as_slice() {
        [token] => parse(token),
        _ => None,
    }
}

/// Returns what stands behind the word `token`, with its escapes undone.
fn written(behind: &str) -> Option<String> {
    if behind.len() > MOST_BYTES {
        return behind.to_ascii_lowercase().contains("token").then(String::new);
    }
    let mut text = Cow::Borrowed(behind);
    for _ in 0..MOST_ESCAPES {
        text = match percent_decode_str(&text).decode_utf8_lossy() {
            Cow::Owned(decoded) => Cow::Owned(decoded),
            Cow::Borrowed(_) => break,
        };
    }
    // Escapes and case do not move a byte of ASCII.
    let at = text.to_ascii_lowercase().find("token")?;
    text.get(at + "token".len()..).map(str::to_owned)
}

/// Returns the ways to read what was written: as it stands, and as quoted-printable that nobody has undone. There `=3D`
/// is the sign between name and value, `=5F` a low line, and `=` at the end of a line joins it to the next.
fn readings(written: &str) -> Vec<String> {
    let begin = |text: &str| text.trim_start_matches(|c: char| !is_of_token(c)).to_owned();
    let value = begin(written);
    let without_sign = value.strip_prefix("3D").or_else(|| value.strip_prefix("3d")).map(begin);
    [Some(value.clone()), without_sign].into_iter().flatten().flat_map(|text| [unquoted(&text), text]).collect()
}

/// Undoes quoted-printable (RFC 2045, 6.7): `=` with two hexadecimal digits, and soft line breaks.
fn unquoted(text: &str) -> String {
    let mut parts = text.split('=');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let escaped = part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(u8::is_ascii_graphic);
        match escaped {
            Some(byte) => {
                plain.push(char::from(byte));
                plain.push_str(part.get(2..).unwrap_or_default());
            }
            None => plain.push_str(part.trim_start()),
        }
    }
    plain
}

/// Returns the token at the beginning of a text: in one piece, or in pieces that a line break has set apart. What
/// stands behind it must be no part of it: nothing, or something that tokens do not hold.
fn cut(text: &str) -> Option<String> {
    let mut token = String::new();
    let mut rest = text;
    loop {
        let end = rest.find(|c| !is_of_token(c)).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        token.push_str(piece);
        // A line or a dash behind it is of the sentence's, or of a chat's marks for emphasis.
        let whole = token.get(..LENGTH).filter(|_| token[LENGTH..].chars().all(|c| matches!(c, '-' | '_' | '*')));
        if let Some(whole) = whole {
            return Some(whole.to_owned());
        }
        let next = behind.trim_start_matches(is_break);
        if token.len() >= LENGTH || next.len() == behind.len() || next.is_empty() {
            return None;
        }
        rest = next;
    }
}

/// Returns what is put between two pieces of a link, and never into it.
fn is_break(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || matches!(c, '=' | '+' | '\\')
}

fn is_of_token(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::{LinkToken, Random};
    use proptest::prelude::*;

    const TOKEN: &str = "Zm9vYmFy-_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0U";

    fn read(behind: &str) -> Option<String> {
        token(&written(behind)?, LinkToken::parse).map(|token| token.reveal())
    }

    fn open(address: &str) -> Opened<LinkToken> {
        opened(&address.parse().unwrap(), "/sessions/verify", LinkToken::parse)
    }

    #[test]
    fn a_link_is_understood_however_it_was_mangled() {
        assert_eq!(TOKEN.len(), LENGTH);
        let (half, other_half) = TOKEN.split_at(20);
        let escaped = TOKEN.replace('-', "%2D").replace('_', "%5F");
        for behind in [
            format!("?token={TOKEN}"),
            format!("/?token={TOKEN}"),
            format!("//?token={TOKEN}"),
            format!("%3Ftoken={TOKEN}"),
            format!("%3ftoken%3d{TOKEN}"),
            format!("%253Ftoken%253D{TOKEN}"),
            format!("=3Ftoken=3D{TOKEN}"),
            format!("?token=3D{TOKEN}"),
            format!("?token=3d{TOKEN}"),
            format!("?token==3D{TOKEN}"),
            format!("?token%3D3D{TOKEN}"),
            format!("?token3D{TOKEN}"),
            format!("?TOKEN={TOKEN}"),
            format!("?amp;token={TOKEN}"),
            format!("?utm_source=mail&amp;token={TOKEN}&amp;utm_medium=email"),
            format!("?token={TOKEN}&utm_campaign=x&fbclid=abc"),
            format!("?token={escaped}"),
            format!("?token={}", escaped.replace('%', "%25")),
            format!("?token={}", TOKEN.replace('-', "=2D").replace('_', "=5F")),
            format!("?token={}", TOKEN.replace('_', "\\_")),
            format!("?token={half}%0D%0A{other_half}"),
            format!("?token={half}%20{other_half}"),
            format!("?token={half}+{other_half}"),
            format!("?token={half}=%0D%0A{other_half}"),
            format!("?token={half}={other_half}"),
            format!("?token=%20{TOKEN}%20"),
            format!("?token=%22{TOKEN}%22"),
            format!("?token=<{TOKEN}>"),
            format!("?token={TOKEN}/"),
            format!("?token={TOKEN}#"),
            format!("?token={TOKEN}="),
            format!("?token={TOKEN}%20Best%20wishes,%20Ada"),
            format!("?token=3D{TOKEN}%3E."),
            format!("?token={TOKEN}_"),
            format!("?token={TOKEN}--"),
            format!("?token={TOKEN}**"),
        ] {
            assert_eq!(read(&behind).as_deref(), Some(TOKEN), "{behind}");
        }
        for sign in
            [".", ",", ";", ":", "!", "?", ")", "]", "}", ">", "\"", "'", "%E2%80%9D", "%C2%BB", "*", "|", "%00", "%ff"]
        {
            for behind in [format!("?token={TOKEN}{sign}"), format!("?token={TOKEN}{sign}{sign}")] {
                assert_eq!(read(&behind).as_deref(), Some(TOKEN), "{behind}");
            }
        }
    }

    #[test]
    fn what_has_no_meaning_or_two_is_not_guessed_at() {
        for behind in [
            "?token=".to_owned(),
            "?token".to_owned(),
            format!("?token={}", &TOKEN[1..]),
            format!("?token={}", &TOKEN[..42]),
            format!("?token={TOKEN}A"),
            format!("?token={TOKEN}{TOKEN}"),
            format!("?token=A{TOKEN}"),
            format!("?token={}.{}", &TOKEN[..20], &TOKEN[20..]),
            format!("?token={}", "%25".repeat(600)),
            format!("?token={TOKEN}{}", " ".repeat(MOST_BYTES)),
        ] {
            assert_eq!(read(&behind), None, "{behind}");
            assert!(written(&behind).is_some(), "but it is meant to be a link: {behind}");
        }
    }

    #[test]
    fn a_token_that_begins_like_a_sign_is_taken_whole() {
        let token = format!("3D{}A", &TOKEN[..40]);
        assert_eq!(read(&format!("?token={token}")).as_deref(), Some(token.as_str()));
        assert_eq!(read(&format!("?token=3D{token}")).as_deref(), Some(token.as_str()));
        let token = format!("4A{}A", &TOKEN[..40]);
        assert_eq!(read(&format!("?token={token}.")).as_deref(), Some(token.as_str()));
    }

    #[test]
    fn the_page_its_links_and_other_addresses_are_told_apart() {
        for page in ["/sessions/verify", "/sessions/verify?", "/sessions/verify?error=bad_link", "/?error=bad_link"] {
            assert!(matches!(open(page), Opened::Page), "{page}");
        }
        for link in
            ["?token=x", "?token=", "/?token=x", "%3Ftoken=x", ".?token", "=3Ftoken=3Dx", "/token/x", "%20?token=x"]
        {
            assert!(matches!(open(&format!("/sessions/verify{link}")), Opened::Link(None)), "{link}");
        }
        for remains in ["/", "/?", ")", ".", "%20", "%22).", "/?x=y"] {
            let path = format!("/sessions/verify{remains}");
            assert!(matches!(open(&path), Opened::Remains), "{path}");
        }
        for elsewhere in ["x", "x?token=y", "3Ftoken=y", "/x", "/x?y"] {
            assert!(matches!(open(&format!("/sessions/verify{elsewhere}")), Opened::Elsewhere), "{elsewhere}");
        }
    }

    proptest! {
        #[test]
        fn whatever_stands_there_nothing_but_a_whole_token_is_read(behind in "\\PC{0,120}|[?=%/&A-Za-z0-9_-]{0,120}") {
            for behind in [behind.clone(), format!("?token={behind}")] {
                if let Some(token) = read(&behind) {
                    prop_assert!(token.len() == LENGTH && token.chars().all(is_of_token));
                }
            }
        }

        #[test]
        fn every_token_comes_through_every_mill(
            mill in prop::sample::select(vec![("?token=", ""), ("/?token=", "."), ("%3Ftoken%3D", ")"), ("?token=3D", ">"), ("=3Ftoken=3D", "=20")]),
        ) {
            let sent = LinkToken::generate(&Random::system()).reveal();
            prop_assert_eq!(read(&format!("{}{sent}{}", mill.0, mill.1)), Some(sent));
        }
    }
}
