//! What somebody else wrote, on its way into the log.

/// Longest foreign text in a line of the log, in bytes: enough to recognise it, too little to fill a disk with.
const MOST_BYTES: usize = 200;

/// Cuts a text that somebody else wrote. The log escapes what is left, as it does with every value of a field.
pub fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(MOST_BYTES)]
}

/// The same for bytes, which may be no text.
pub fn cut_bytes(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(MOST_BYTES)]);
    cut(&text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_characters() {
        assert_eq!(cut("short"), "short");
        assert_eq!(cut(&"x".repeat(9_000)).len(), 200);
        for character in ["ä", "€", "🦀"] {
            let long = format!("x{}", character.repeat(1_000));
            assert!((197..=200).contains(&cut(&long).len()), "{character}");
        }
    }

    #[test]
    fn bytes_are_cut_whatever_they_are() {
        assert_eq!(cut_bytes(b"plain"), "plain");
        for bytes in [vec![0xff; 9_000], vec![0xe2; 201], "ä".repeat(500).into_bytes(), Vec::new()] {
            assert!(cut_bytes(&bytes).len() <= 200);
        }
    }
}
