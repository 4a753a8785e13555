//! What people type for a code: digits of any script, with spaces and dashes where they like.

use crate::types::is_invisible;

/// The character for zero in each script whose digits Unicode lists as decimal (category Nd), in ascending order.
/// The other nine follow each of them.
const ZEROS: [u32; 64] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0,
    0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620,
    0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0,
    0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x11F50,
    0x16A60, 0x16AC0, 0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1E140, 0x1E950,
];

/// Returns the value of a decimal digit of any script.
pub fn digit(c: char) -> Option<u8> {
    let code = c as u32;
    let zero = ZEROS[ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?];
    (code - zero < 10).then_some((code - zero) as u8)
}

/// Returns whether people set a code's digits apart with this character: spaces, dashes, dots and what copying leaves
/// behind.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '.' | '·' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FF0D}')
        || is_invisible(c)
}

/// Returns the typed code as ASCII digits; `None` when anything in it is neither a digit nor a separator.
pub fn normalise(typed: &str) -> Option<String> {
    typed.chars().filter(|c| !is_separator(*c)).map(|c| digit(c).map(|value| char::from(b'0' + value))).collect()
}

/// Digits in two halves, as the email shows them: `123456` becomes `123 456`.
pub fn grouped(digits: &str) -> String {
    if digits.len() < 6 || !digits.is_ascii() {
        return digits.to_owned();
    }
    let (first, second) = digits.split_at(digits.len().div_ceil(2));
    format!("{first} {second}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_common_way_to_write_a_code_is_understood() {
        for typed in
            ["123456", "123 456", "123-456", " 1 2 3 4 5 6 ", "１２３ ４５６", "١٢٣٤٥٦", "१२३-४५६", "123\u{2013}456"]
        {
            assert_eq!(normalise(typed).as_deref(), Some("123456"), "{typed:?}");
        }
    }

    #[test]
    fn what_nobody_sees_does_not_count() {
        for unseen in ["\u{200B}", "\u{FEFF}", "\u{AD}", "\u{202A}", "\u{202E}", "\u{2064}", "\u{FE0F}", "\u{E0041}"] {
            let typed = format!("{unseen}12{unseen}3 4{unseen}56{unseen}");
            assert_eq!(normalise(&typed).as_deref(), Some("123456"), "{typed:?}");
        }
        assert_eq!(normalise("1\u{FE0F}\u{20E3}23456"), None, "a keycap is no digit");
    }

    #[test]
    fn letters_and_lookalikes_are_no_digits() {
        for typed in ["12345a", "12345O", "½23456", "²34567", "一二三四五六", "12345\0"] {
            assert_eq!(normalise(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn zeros_are_sorted_and_their_runs_do_not_overlap() {
        assert!(ZEROS.windows(2).all(|pair| pair[0] + 10 <= pair[1]));
        assert!(ZEROS.iter().all(|zero| char::from_u32(*zero).is_some_and(char::is_numeric)));
    }

    #[test]
    fn codes_are_shown_in_two_halves() {
        assert_eq!(grouped("123456"), "123 456");
        assert_eq!(grouped("1234567"), "1234 567");
        assert_eq!(grouped("12"), "12");
    }
}
