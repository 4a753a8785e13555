//! Lines of a text part: how wide they are, and where they end.

/// Returns how many columns a text takes: a sign of Chinese, Japanese or Korean takes two.
pub(super) fn count(text: &str) -> usize {
    text.chars().map(width).sum()
}

fn width(c: char) -> usize {
    match u32::from(c) {
        0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE6F | 0xFF00..=0xFF60 => 2,
        _ => 1,
    }
}

/// Whether a line may end before this sign: where nothing is written between words, words end anywhere.
fn begins_a_line(c: char) -> bool {
    matches!(u32::from(c), 0x3041..=0x3096 | 0x30A1..=0x30FA | 0x3400..=0x4DBF | 0x4E00..=0x9FFF)
}

/// Breaks a text into lines that are no wider than this; what has no place to be broken stays whole.
pub(super) fn wrapped(text: &str, most: usize) -> String {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in text.split(' ') {
        for (number, piece) in pieces(word).into_iter().enumerate() {
            let space = if number == 0 && !line.is_empty() { " " } else { "" };
            if !line.is_empty() && count(&line) + space.len() + count(piece) > most {
                lines.push(std::mem::take(&mut line));
            } else {
                line.push_str(space);
            }
            line.push_str(piece);
        }
    }
    lines.push(line);
    lines.join("\n")
}

/// Takes a word apart where a line may end within it.
fn pieces(word: &str) -> Vec<&str> {
    let ends = word.char_indices().skip(1).filter(|(_, c)| begins_a_line(*c)).map(|(at, _)| at);
    let (mut pieces, mut from) = (Vec::new(), 0);
    for end in ends.chain([word.len()]) {
        pieces.push(&word[from..end]);
        from = end;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_between_words_and_words_of_chinese_and_japanese_anywhere() {
        assert_eq!(wrapped("one two three", 7), "one two\nthree");
        assert_eq!(wrapped("unbreakable", 3), "unbreakable");
        assert_eq!(wrapped("", 3), "");
        assert_eq!(wrapped("请输入验证码。", 6), "请输入\n验证\n码。");
        assert_eq!(wrapped("ab 漢字", 5), "ab 漢\n字");
        assert_eq!(count("aあ"), 3);
    }
}
