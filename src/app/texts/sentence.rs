//! Sentences in which something stands that differs.

use leptos::prelude::*;

/// Fills a text: each `{name}` gives way to the text beside that name.
pub(in crate::app) fn fill<const N: usize>(text: &str, values: [(&str, &dyn ToString); N]) -> String {
    pieces(text)
        .map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Name(name) => match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => value.to_string(),
                None => format!("{{{name}}}"),
            },
        })
        .collect()
}

/// Fills a sentence in the same way with parts of a page.
pub(in crate::app) fn sentence<const N: usize>(text: &str, mut parts: [(&str, Option<AnyView>); N]) -> Vec<AnyView> {
    pieces(text)
        .map(|piece| match piece {
            Piece::Text(text) => text.to_owned().into_any(),
            Piece::Name(name) => match parts.iter_mut().find(|(known, _)| *known == name) {
                Some((_, part)) => part.take().into_any(),
                None => format!("{{{name}}}").into_any(),
            },
        })
        .collect()
}

#[derive(Debug, PartialEq)]
enum Piece<'a> {
    Text(&'a str),
    Name(&'a str),
}

/// Takes a text apart into what stands in it and the names of what differs.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    text.split('{').enumerate().flat_map(|(position, rest)| {
        let (name, text) = match rest.split_once('}') {
            Some((name, text)) if position > 0 => (Some(Piece::Name(name)), text),
            _ => (None, rest),
        };
        name.into_iter().chain((!text.is_empty()).then_some(Piece::Text(text)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_way_and_everything_else_stays() {
        use Piece::{Name, Text};
        assert_eq!(pieces("To {email}.").collect::<Vec<_>>(), [Text("To "), Name("email"), Text(".")]);
        assert_eq!(pieces("{a}{b}").collect::<Vec<_>>(), [Name("a"), Name("b")]);
        assert_eq!(pieces("").count(), 0);
        assert_eq!(fill("{n} of {m}, {n}", [("n", &1), ("m", &"2")]), "1 of 2, 1");
        assert_eq!(fill("{x}", [("n", &"{x}")]), "{x}", "a value is no text to fill");
        assert_eq!(fill("{n}", [("n", &"{n}")]), "{n}");
    }
}
