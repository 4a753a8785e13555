//! What a host says, compared with English before anybody hears it.

use super::{Language, language::Words, shipped};
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// What is wrong with a host's words, in one line.
#[derive(Debug, thiserror::Error)]
pub enum WordsFault {
    /// A file or a text.
    #[error("{0}")]
    Words(String),
    /// The default is none of the languages that there are.
    #[error("is none of the languages that there are: {0}")]
    NoSuchDefault(String),
}

impl WordsFault {
    pub(super) fn no_such_default(all: &[Language]) -> Self {
        let tags: Vec<_> = all.iter().map(Language::tag).collect();
        Self::NoSuchDefault(tags.join(", "))
    }
}

/// What a message holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Message {
    /// The variables in it.
    pub(super) variables: BTreeSet<String>,
    /// Whether it refers to another message, a term or a function, which a host's file could not rely on.
    pub(super) refers: bool,
    /// What it says, without what differs.
    pub(super) said: String,
}

/// The messages of English.
static KNOWN: LazyLock<BTreeMap<String, Message>> = LazyLock::new(|| {
    let sources = shipped::english();
    sources.iter().flat_map(|ftl| messages(ftl).unwrap_or_default()).collect()
});

/// Reads a host's words.
///
/// # Errors
/// The first thing that is wrong with them.
pub(super) fn words(tag: &str, place: &str, ftl: &str) -> Result<Words, WordsFault> {
    let is_tag = !tag.is_empty() && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !is_tag || icu_locale_core::Locale::try_from_str(tag).is_err() {
        return Err(WordsFault::Words(format!("{tag:?} is no language's tag, such as de or pt-BR")));
    }
    let messages = messages(ftl).map_err(|line| WordsFault::Words(format!("{place} is no Fluent: line {line}")))?;
    for (key, message) in messages {
        let Some(known) = KNOWN.get(&key) else {
            return Err(WordsFault::Words(format!("{place}: there is no message {key}")));
        };
        if let Some(variable) = message.variables.iter().find(|variable| !known.variables.contains(*variable)) {
            return Err(WordsFault::Words(format!("{place}: the message {key} has no variable ${variable}")));
        }
        if message.refers {
            return Err(WordsFault::Words(format!("{place}: the message {key} refers to another one")));
        }
    }
    Ok(Words::new(tag, vec![ftl.to_owned().into()]))
}

/// Reads the messages of a file.
///
/// # Errors
/// The number of the first line that is no Fluent.
pub(super) fn messages(ftl: &str) -> Result<BTreeMap<String, Message>, usize> {
    let read = parser::parse(ftl).map_err(|(_, faults)| {
        let at = faults.first().map_or(0, |fault| fault.pos.start).min(ftl.len());
        ftl.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1
    })?;
    let mut messages = BTreeMap::new();
    for entry in &read.body {
        if let Entry::Message(message) = entry {
            let mut found = Message::default();
            if let Some(pattern) = &message.value {
                look_at(pattern, &mut found);
            }
            messages.insert(message.id.name.to_owned(), found);
        }
    }
    Ok(messages)
}

fn look_at(pattern: &Pattern<&str>, found: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => found.said.push_str(value),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(inline) => look_at_inline(inline, found),
                Expression::Select { selector, variants } => {
                    look_at_inline(selector, found);
                    for variant in variants {
                        look_at(&variant.value, found);
                    }
                }
            },
        }
    }
}

fn look_at_inline(inline: &InlineExpression<&str>, found: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => _ = found.variables.insert(id.name.to_owned()),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::Placeable { expression } => match &**expression {
            Expression::Inline(inline) => look_at_inline(inline, found),
            Expression::Select { .. } => found.refers = true,
        },
        _ => found.refers = true,
    }
}

#[cfg(test)]
pub(crate) fn keys_of_english() -> Vec<String> {
    KNOWN.keys().cloned().collect()
}
