//! Email addresses as people read them.

use leptos::prelude::*;

/// An address that is no wider than so many ordinary characters is never broken; it fits a line of the narrowest phone.
const SHORT: usize = 24;
/// One that is no wider than this fits a line of most phones, and goes to the next line rather than being broken.
const OF_ONE_LINE: usize = 34;
/// What is kept in one piece around a hyphen, in characters. More of them in a row are broken where a line ends.
const PIECE: usize = 12;

/// An email address. Where a line has no room for all of it, it is broken after `@` or before a dot: at a hyphen it would
/// look like two words, or like one that was hyphenated.
#[component]
pub(super) fn Email(
    /// The address.
    #[prop(into)]
    address: String,
) -> impl IntoView {
    let width = width(&address);
    if width <= SHORT {
        return view! { <bdi dir="ltr"><strong class="address whole" translate="no">{address}</strong></bdi> }
            .into_any();
    }
    let parts: Vec<_> = parts(&address)
        .into_iter()
        .enumerate()
        .map(|(position, part)| {
            let runs: Vec<_> = runs(part)
                .into_iter()
                .map(|run| match run {
                    Run::Plain(text) => text.to_owned().into_any(),
                    Run::Whole(text) => view! { <span class="whole">{text.to_owned()}</span> }.into_any(),
                })
                .collect();
            view! { {(position > 0).then(|| view! { <wbr /> })} {runs} }
        })
        .collect();
    let class = if width <= OF_ONE_LINE { "address piece" } else { "address" };
    view! { <bdi dir="ltr"><strong class=class translate="no">{parts}</strong></bdi> }.into_any()
}

/// How wide it is about, counted in ordinary characters.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() && !matches!(c, '@' | 'm' | 'w') { 1 } else { 2 }).sum()
}

/// The address in parts between which it may be broken.
fn parts(address: &str) -> Vec<&str> {
    let (mut parts, mut start) = (Vec::new(), 0);
    for (at, c) in address.char_indices() {
        let end = if c == '@' { at + 1 } else { at };
        if matches!(c, '@' | '.') && end > start {
            parts.push(&address[start..end]);
            start = end;
        }
    }
    parts.push(&address[start..]);
    parts
}

/// A piece of a part.
#[derive(Debug, PartialEq)]
enum Run<'a> {
    /// May be broken anywhere, if it has to be.
    Plain(&'a str),
    /// Stays in one piece.
    Whole(&'a str),
}

/// A part in runs: what browsers would break at, such as a hyphen, stays with its neighbours.
fn runs(part: &str) -> Vec<Run<'_>> {
    let is_sign = |c: char| !c.is_alphanumeric() && !matches!(c, '@' | '.');
    let chars: Vec<_> = part.char_indices().collect();
    // Whether each character stays with the one before it.
    let stays = |index: usize| index > 0 && (is_sign(chars[index].1) || is_sign(chars[index - 1].1));
    let (mut runs, mut first) = (Vec::new(), 0);
    while first < chars.len() {
        let whole = first + 1 < chars.len() && stays(first + 1);
        let belongs = |index: usize| match whole {
            true => stays(index) && index - first < PIECE,
            false => !(stays(index) || index + 1 < chars.len() && stays(index + 1)),
        };
        let end = (first + 1..chars.len()).find(|index| !belongs(*index)).unwrap_or(chars.len());
        let text = &part[chars[first].0..chars.get(end).map_or(part.len(), |(at, _)| *at)];
        runs.push(if whole { Run::Whole(text) } else { Run::Plain(text) });
        first = end;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_may_be_broken_after_the_at_and_before_each_dot_and_nowhere_else() {
        for (address, expected) in [
            ("ada.lovelace@an-example.co.uk", "ada|.lovelace@|an-example|.co|.uk"),
            ("ada@example.com", "ada@|example|.com"),
            ("a..b@c", "a|.|.b@|c"),
            (".@.", ".@|."),
            ("straße@bücher.example", "straße@|bücher|.example"),
            ("", ""),
        ] {
            assert_eq!(parts(address).join("|"), expected);
        }
    }

    #[test]
    fn what_browsers_would_break_at_stays_with_its_neighbours() {
        use Run::{Plain, Whole};
        assert_eq!(runs("example"), [Plain("example")]);
        assert_eq!(runs("an-example"), [Plain("a"), Whole("n-e"), Plain("xample")]);
        assert_eq!(runs("-x-"), [Whole("-x-")]);
        assert_eq!(runs("a+b/c?"), [Whole("a+b/c?")]);
        assert_eq!(runs("ä-ö"), [Whole("ä-ö")]);
        assert_eq!(runs(""), []);
        let long = "a-".repeat(30);
        assert!(runs(&long).iter().all(|run| matches!(run, Whole(text) | Plain(text) if text.len() <= PIECE)));
    }

    #[test]
    fn nothing_is_lost() {
        for address in ["ada.lovelace+tag@an-example.co.uk", "a-b-c--d@e-.f", "日本-語@例え.テスト", "%%%@@@...---"]
        {
            let pieces = parts(address).into_iter().flat_map(runs);
            let all: String = pieces
                .map(|run| match run {
                    Run::Plain(text) | Run::Whole(text) => text,
                })
                .collect();
            assert_eq!(all, address);
        }
    }
}
