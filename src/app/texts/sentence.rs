//! Texts in the language of whoever reads the page, and sentences in which something stands that differs.

use crate::languages::{Fill, Language, Piece, Text};
use leptos::{attr::IntoAttributeValue, prelude::*};

/// Returns the language of the page that is rendered; English where there is none.
pub(in crate::app) fn spoken() -> Language {
    use_context::<Language>().unwrap_or_else(Language::english)
}

/// A text stands in a page by itself.
impl IntoRender for Text {
    type Output = String;

    fn into_render(self) -> String {
        spoken().say(self, &[])
    }
}

impl IntoAttributeValue for Text {
    type Output = String;

    fn into_attribute_value(self) -> String {
        spoken().say(self, &[])
    }
}

/// Fills a text: each variable gives way to the value beside its name.
pub(in crate::app) fn fill<const N: usize>(text: Text, values: [(&str, &dyn Fill); N]) -> String {
    spoken().say_on_page(text, &values)
}

/// Fills a sentence in the same way with parts of a page.
pub(in crate::app) fn sentence<const N: usize>(text: Text, parts: [(&str, Option<AnyView>); N]) -> Vec<AnyView> {
    sentence_with(text, [], parts)
}

/// Fills a sentence with values and with parts of a page.
pub(in crate::app) fn sentence_with<const M: usize, const N: usize>(
    text: Text,
    values: [(&str, &dyn Fill); M],
    mut parts: [(&str, Option<AnyView>); N],
) -> Vec<AnyView> {
    let names: Vec<_> = parts.iter().map(|(name, _)| *name).collect();
    spoken()
        .pieces(text, &values, &names)
        .into_iter()
        .map(|piece| match piece {
            Piece::Said(said) => said.into_any(),
            Piece::Part(position) => parts[position].1.take().into_any(),
        })
        .collect()
}
