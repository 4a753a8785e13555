//! Characters that nobody sees, and that copying leaves around what one wants to paste.

/// Returns whether a reader sees nothing of this character: what Unicode calls default ignorable (zero-width
/// characters, marks of direction, byte order marks, soft hyphens, variation selectors, tags), the annotations' marks,
/// and the blank braille cell. Spaces are not among them: those are seen.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of each kind the ones that are met in copied text.
    #[test]
    fn what_copying_leaves_behind_is_invisible() {
        for c in "\u{AD}\u{34F}\u{61C}\u{180E}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\
                  \u{202E}\u{2060}\u{2061}\u{2062}\u{2063}\u{2064}\u{2066}\u{2067}\u{2068}\u{2069}\u{206A}\u{FE0E}\
                  \u{FE0F}\u{FEFF}\u{FFF9}\u{FFFB}\u{E0001}\u{E0041}\u{E007F}\u{E0100}"
            .chars()
        {
            assert!(is_invisible(c), "{:04X}", c as u32);
        }
    }

    #[test]
    fn what_one_sees_is_not() {
        for c in " \t\n\u{A0}\u{3000}a0@.-_·é٠०０\u{300}\u{1F600}".chars() {
            assert!(!is_invisible(c), "{:04X}", c as u32);
        }
        assert!((0..0x80).filter_map(char::from_u32).all(|c| !is_invisible(c)), "nothing of ASCII");
    }
}
