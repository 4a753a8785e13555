//! The rules about email addresses: what is one, and in which form it is compared.

use super::Auth;
use crate::types::{AuthError, EmailAddress, is_invisible};

/// RFC 5321, 4.5.3.1.3: a path has at most 256 bytes, two of them brackets.
const MOST_BYTES: usize = 254;
/// RFC 5321, 4.5.3.1.1.
const MOST_LOCAL_BYTES: usize = 64;

/// Returns a typed address in the form that is stored: trimmed, lower case, domain in punycode. `+tag` and dots are
/// kept.
///
/// What copying leaves around an address is dropped, seen (spaces) or not (marks of direction, byte order marks). Within
/// it such a character is refused: the address would be another one than its reader sees.
pub fn parse(typed: &str) -> Result<EmailAddress, AuthError> {
    // Nothing sensible is longer, and what follows need not look at more. An international domain may shrink.
    let is_around = |c: char| {
        c.is_whitespace() || c.is_control() || is_invisible(c) || matches!(c, '\u{FFFC}' | '\u{FFFE}' | '\u{FFFF}')
    };
    let typed = typed.trim_matches(is_around);
    if typed.len() > if typed.is_ascii() { MOST_BYTES } else { 4 * MOST_BYTES } {
        return Err(AuthError::AddressTooLong);
    }
    if typed.is_empty() {
        return Err(AuthError::AddressMissing);
    }
    if typed.chars().any(is_forbidden) {
        return Err(AuthError::AddressCharacter);
    }
    let (local, domain) = typed.split_once('@').ok_or(AuthError::AddressIncomplete)?;
    if local.is_empty() || domain.is_empty() || domain.contains('@') {
        return Err(AuthError::AddressIncomplete);
    }
    if local.len() > MOST_LOCAL_BYTES {
        return Err(AuthError::AddressTooLong);
    }
    // An apostrophe within is a name such as O'Brien's; around it, it was pasted.
    if !is_dot_atom(local) || local.starts_with('\'') || local.ends_with('\'') {
        return Err(AuthError::AddressCharacter);
    }
    let domain = idna::domain_to_ascii_strict(domain).map_err(|_| AuthError::AddressDomain)?;
    if !is_domain(&domain) {
        return Err(AuthError::AddressDomain);
    }
    let address = format!("{}@{domain}", local.to_ascii_lowercase());
    if address.len() > MOST_BYTES {
        return Err(AuthError::AddressTooLong);
    }
    Ok(EmailAddress::checked(address))
}

impl Auth {
    /// Reads a typed address. One without a dot behind its `@`, or in `localhost` with whatever before that, is none as
    /// soon as emails leave this machine: no mail server could deliver to it, or to its own users at the most.
    pub(super) fn parse_address(&self, typed: &str) -> Result<EmailAddress, AuthError> {
        let email = parse(typed)?;
        let (name, top) = email.domain().rsplit_once('.').unwrap_or_default();
        let leaves = !name.is_empty() && !matches!(top, "localhost" | "localdomain");
        if self.inner.on_this_machine || leaves { Ok(email) } else { Err(AuthError::AddressDomain) }
    }
}

/// Characters that could make one address look like another, or one header like two.
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || c.is_whitespace()
        || matches!(c, '"' | '`' | ',' | ';' | ':' | '<' | '>' | '(' | ')' | '[' | ']' | '\\')
        || matches!(c, '\u{FF00}'..='\u{FFEF}' | '\u{3000}'..='\u{3002}')
        || is_invisible(c)
        || matches!(c, '\u{FFFC}'..='\u{FFFF}')
}

/// RFC 5322's dot-atom, ASCII only: mail to international local parts needs servers that few have.
fn is_dot_atom(local: &str) -> bool {
    local.split('.').all(|atom| {
        !atom.is_empty() && atom.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_{|}~".contains(&b))
    })
}

/// Labels of letters, digits and inner hyphens, at least two of them (RFC 1035), the last one not a number; or
/// `localhost`, for development.
fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let is_label = |label: &&str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let named = labels.last().is_some_and(|last| last.bytes().any(|b| b.is_ascii_alphabetic()));
    domain == "localhost" || (labels.len() > 1 && named && labels.iter().all(is_label))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*, sample::select};

    fn parsed(typed: &str) -> Result<String, AuthError> {
        parse(typed).map(|address| address.to_string())
    }

    #[test]
    fn good_addresses_have_one_form() {
        for (typed, stored) in [
            ("ada@example.com", "ada@example.com"),
            ("  Ada@Example.COM \n", "ada@example.com"),
            ("a.d.a+tag@example.co.uk", "a.d.a+tag@example.co.uk"),
            ("ada@bücher.example", "ada@xn--bcher-kva.example"),
            ("ada@BÜCHER.example", "ada@xn--bcher-kva.example"),
            ("ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"),
            ("ada@localhost", "ada@localhost"),
            ("o'brien@example.com", "o'brien@example.com"),
            ("!#$%&*+-/=?^_{|}~@example.com", "!#$%&*+-/=?^_{|}~@example.com"),
        ] {
            assert_eq!(parsed(typed).as_deref(), Ok(stored), "{typed:?}");
        }
    }

    #[test]
    fn what_nobody_sees_around_an_address_is_dropped_and_within_it_refused() {
        for unseen in [
            "\u{AD}",
            "\u{61C}",
            "\u{180E}",
            "\u{200B}",
            "\u{200C}",
            "\u{200D}",
            "\u{200E}",
            "\u{200F}",
            "\u{202A}",
            "\u{202C}",
            "\u{202E}",
            "\u{2060}",
            "\u{2064}",
            "\u{2066}",
            "\u{2069}",
            "\u{FE0F}",
            "\u{FEFF}",
            "\u{E0020}",
            "\u{FFFC}",
            "\u{FFFE}",
            "\u{0}",
            "\u{8}",
            "\u{7F}",
            "\u{E0100}",
            "\u{2028}",
        ] {
            for around in [unseen.to_owned(), format!(" {unseen}\u{A0}{unseen}\r\n"), unseen.repeat(2_000)] {
                let typed = format!("{around}Ada@example.com{around}");
                assert_eq!(parsed(&typed).as_deref(), Ok("ada@example.com"), "{unseen:?}");
                assert_eq!(parsed(&around), Err(AuthError::AddressMissing), "{unseen:?}");
            }
            for typed in [
                format!("a{unseen}da@example.com"),
                format!("ada{unseen}@example.com"),
                format!("ada@{unseen}example.com"),
                format!("ada@example{unseen}.com"),
            ] {
                assert_eq!(parsed(&typed), Err(AuthError::AddressCharacter), "{typed:?}");
            }
        }
    }

    #[test]
    fn bad_addresses_are_told_apart() {
        use AuthError::*;
        let long_local = format!("{}@example.com", "a".repeat(65));
        let long_domain = format!("a@{}.com", "abc.".repeat(63).trim_end_matches('.'));
        for (typed, fault) in [
            ("", AddressMissing),
            (" \t ", AddressMissing),
            ("ada", AddressIncomplete),
            ("@example.com", AddressIncomplete),
            ("ada@", AddressIncomplete),
            ("ada@b@example.com", AddressIncomplete),
            (long_local.as_str(), AddressTooLong),
            (long_domain.as_str(), AddressTooLong),
            (&"a".repeat(100_000), AddressTooLong),
            ("ada@example.com,eve@example.com", AddressCharacter),
            ("ada;eve@example.com", AddressCharacter),
            ("\"ada\"@example.com", AddressCharacter),
            ("ada@example.com\r\nBcc: eve@example.com", AddressCharacter),
            ("ada\0@example.com", AddressCharacter),
            ("a da@example.com", AddressCharacter),
            ("ａda@example.com", AddressCharacter),
            ("ada＠example.com", AddressCharacter),
            ("ada@exam\u{202E}ple.com", AddressCharacter),
            ("ada@exam\u{200B}ple.com", AddressCharacter),
            ("ada@example。com", AddressCharacter),
            ("Ada <ada@example.com>", AddressCharacter),
            ("ädä@example.com", AddressCharacter),
            (".ada@example.com", AddressCharacter),
            ("a..da@example.com", AddressCharacter),
            ("ada@example", AddressDomain),
            ("ada@example..com", AddressDomain),
            ("ada@-example.com", AddressDomain),
            ("ada@exam_ple.com", AddressDomain),
            ("ada@127.0.0.1", AddressDomain),
            ("ada@example.com.", AddressDomain),
            ("ada@xn--a.example", AddressDomain),
        ] {
            assert_eq!(parsed(typed), Err(fault), "{typed:?}");
        }
    }

    #[test]
    fn the_longest_good_address_passes() {
        let domain = format!("{0}.{0}.{0}", "d".repeat(63));
        let address = format!("{}@{domain}", "a".repeat(MOST_BYTES - domain.len() - 1));
        assert_eq!(parsed(&address).map(|address| address.len()), Ok(MOST_BYTES));
        assert_eq!(parsed(&format!("a{address}")), Err(AuthError::AddressTooLong));
    }

    /// Names of domains as people write them, and in punycode. The second way to write one takes emails apart.
    const NAMES: [(&str, &str); 7] = [
        ("example", "example"),
        ("bücher", "xn--bcher-kva"),
        ("bu\u{308}cher", "xn--bcher-kva"),
        ("münchen", "xn--mnchen-3ya"),
        ("straße", "xn--strae-oqa"),
        ("例え", "xn--r8jz45g"),
        ("δοκιμή", "xn--jxalpdlp"),
    ];

    /// The letters at these places in upper case, where that is one letter: `ß` has none.
    fn raised(text: &str, places: &[bool]) -> String {
        let letters = text.chars().zip(places.iter().cycle());
        letters
            .map(|(letter, raise)| match (*raise, letter.to_uppercase().collect::<Vec<_>>().as_slice()) {
                (true, [upper]) => *upper,
                _ => letter,
            })
            .collect()
    }

    proptest! {
        #[test]
        fn whatever_is_typed_the_answer_is_plain_and_stable(typed in "\\PC{0,80}|[a-z.@+-]{0,80}") {
            if let Ok(address) = parse(&typed) {
                let text = address.as_str();
                prop_assert!(text.is_ascii() && text.len() <= MOST_BYTES && text.matches('@').count() == 1);
                prop_assert_eq!(text, text.to_ascii_lowercase());
                prop_assert_eq!(parse(text), Ok(address.clone()));
            }
        }

        #[test]
        fn however_one_address_is_written_it_has_one_form(
            local in "[a-z0-9]{1,8}([.+_-][a-z0-9]{1,8})?",
            (name, punycode) in select(&NAMES[..]),
            places in vec(any::<bool>(), 1..30),
            before in "[ \t\r\n\u{a0}\u{200b}\u{feff}]{0,3}",
            after in "[ \t\r\n\u{a0}\u{200e}\u{202c}]{0,3}",
        ) {
            let stored = format!("{local}@{punycode}.example");
            for domain in [name, punycode] {
                let written = raised(&format!("{local}@{domain}.example"), &places);
                prop_assert_eq!(parsed(&format!("{before}{written}{after}")), Ok(stored.clone()), "{}", written);
            }
        }
    }
}
