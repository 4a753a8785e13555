//! What an email says, once for both parts: blocks in an order, of which one part makes lines and the other HTML.

use super::{EmailText, columns, support_link, texts::QUESTIONS};
use crate::languages::{Fill, Language, Piece, Text};

/// The longest line of a text part, in columns.
const WIDTH: usize = 72;

/// The HTML part around what it says.
const FRAME: &str = include_str!("email.html");

const INK: &str = "font-size:16px;line-height:24px;color:#17181a;";
const SOFT: &str = "font-size:14px;line-height:22px;color:#5b5d66;";

/// An email in words.
pub(super) struct Body<'a> {
    pub(super) language: &'a Language,
    pub(super) subject: String,
    /// What mail programs show beside the subject.
    pub(super) preheader: String,
    pub(super) heading: String,
    pub(super) blocks: Vec<Block<'a>>,
}

/// A part of it.
pub(super) enum Block<'a> {
    /// A sentence or more.
    Says(Vec<Said>),
    /// The same, smaller.
    Adds(Vec<Said>),
    /// The code's digits, in two halves that are set apart by looks alone.
    Code(&'a str),
    /// A link, with what its button says.
    Link { words: String, url: &'a str },
    /// Facts: labels with one line or more.
    Facts(Vec<(String, Vec<String>)>),
    /// The same as what the email is about.
    Rows(Vec<(String, Vec<String>)>),
}

/// A piece of a sentence.
pub(super) enum Said {
    /// What the language says.
    Words(String),
    /// Somebody's address, or whatever else keeps its own direction.
    Value(String),
}

/// Says a sentence in which values stand.
pub(super) fn says(
    language: &Language,
    text: Text,
    numbers: &[(&str, &dyn Fill)],
    values: &[(&str, &str)],
) -> Vec<Said> {
    let names: Vec<_> = values.iter().map(|(name, _)| *name).collect();
    let pieces = language.pieces(text, numbers, &names).into_iter();
    let said = pieces.map(|piece| match piece {
        Piece::Said(words) => Said::Words(words),
        Piece::Part(position) => Said::Value(values[position].1.to_owned()),
    });
    said.collect()
}

/// Two sentences, or more, one behind the other.
pub(super) fn one_after_another(sentences: impl IntoIterator<Item = Vec<Said>>) -> Vec<Said> {
    let mut all = Vec::new();
    for sentence in sentences {
        if !all.is_empty() {
            all.push(Said::Words(" ".to_owned()));
        }
        all.extend(sentence);
    }
    all
}

impl Body<'_> {
    /// Writes both parts, which say at their end whom people may ask.
    pub(super) fn with_support(self, support: Option<&str>) -> EmailText {
        let (text, html) = (self.text(support), self.html(support));
        EmailText { subject: self.subject, text, html }
    }

    fn text(&self, support: Option<&str>) -> String {
        let blocks = self.blocks.iter().map(|block| match block {
            Block::Says(said) | Block::Adds(said) => columns::wrapped(&plain(said), WIDTH),
            Block::Code(code) => format!("    {}", digits(code)),
            Block::Link { url, .. } => (*url).to_owned(),
            Block::Facts(facts) | Block::Rows(facts) => rows(facts),
        });
        let heading = columns::wrapped(&self.heading, WIDTH);
        let questions = support.map(|support| self.language.say(QUESTIONS, &[("support", &support)]));
        let mut text = std::iter::once(heading).chain(blocks).chain(questions).collect::<Vec<_>>().join("\n\n");
        text.push('\n');
        text
    }

    fn html(&self, support: Option<&str>) -> String {
        let mut blocks: String = self.blocks.iter().map(html_of).collect();
        if let Some(support) = support {
            let pieces = self.language.pieces(QUESTIONS, &[], &["support"]).into_iter();
            let said: String = pieces
                .map(|piece| match piece {
                    Piece::Said(words) => escaped(&words),
                    Piece::Part(_) => linked(&support_link(support), support),
                })
                .collect();
            blocks += &format!("<p class=\"soft\" style=\"margin:16px 0 0;{SOFT}\">{said}</p>\n");
        }
        let (lang, dir) = (escaped(self.language.tag()), self.language.dir());
        let values = [
            ("lang", lang.as_str()),
            ("dir", dir),
            ("title", &escaped(&self.subject)),
            ("preheader", &escaped(&self.preheader)),
            ("heading", &escaped(&self.heading)),
            ("content", &blocks),
        ];
        // Piece by piece, so that no value is taken for a place.
        let mut html = String::new();
        let mut rest = FRAME;
        while let Some((before, (name, after))) = next_place(rest) {
            html.push_str(before);
            html.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
            rest = after;
        }
        html + rest
    }
}

/// Returns what stands before the next place of the frame, its name, and what stands behind it.
fn next_place(frame: &str) -> Option<(&str, (&str, &str))> {
    let (before, rest) = frame.split_once("{{ ")?;
    Some((before, rest.split_once(" }}")?))
}

/// A link within a sentence.
fn linked(url: &str, words: &str) -> String {
    format!("<a class=\"link\" href=\"{}\" style=\"color:#3346c8;\"><bdi>{}</bdi></a>", escaped(url), escaped(words))
}

/// The digits and nothing between them, so that one double click selects them.
pub(super) fn digits(code: &str) -> String {
    code.chars().filter(char::is_ascii_digit).collect()
}

fn plain(said: &[Said]) -> String {
    said.iter()
        .map(|said| match said {
            Said::Words(text) | Said::Value(text) => text.as_str(),
        })
        .collect()
}

/// Facts in two columns.
fn rows(facts: &[(String, Vec<String>)]) -> String {
    let widest = facts.iter().map(|(label, _)| columns::count(label)).max().unwrap_or_default();
    let mut lines = Vec::new();
    for (label, values) in facts {
        for (number, value) in values.iter().enumerate() {
            let label = if number == 0 { label.as_str() } else { "" };
            lines.push(format!("{label}{}  {value}", " ".repeat(widest - columns::count(label))));
        }
    }
    lines.join("\n")
}

fn html_of(block: &Block<'_>) -> String {
    match block {
        Block::Says(said) => format!("<p class=\"ink\" style=\"margin:0 0 12px;{INK}\">{}</p>\n", html_said(said)),
        Block::Adds(said) => format!("<p class=\"soft\" style=\"margin:0 0 12px;{SOFT}\">{}</p>\n", html_said(said)),
        Block::Code(code) => {
            let (first, second) = code.split_once(' ').unwrap_or((code, ""));
            format!(
                "<p class=\"code\" dir=\"ltr\" style=\"margin:0 0 24px;padding:16px;background:#f5f5f6;border:1px solid \
                 #dcdde1;border-radius:10px;text-align:center;font-size:32px;line-height:40px;font-weight:600;\
                 letter-spacing:2px;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:#17181a;\">\
                 <strong class=\"digits\" style=\"font-weight:600;color:#17181a;\">{}</strong><strong class=\"digits\" \
                 style=\"font-weight:600;padding-left:14px;color:#17181a;\">{}</strong></p>\n",
                escaped(first),
                escaped(second)
            )
        }
        Block::Link { words, url } => format!(
            "<p style=\"margin:0 0 16px;\"><a class=\"button\" href=\"{url}\" style=\"display:block;padding:12px 16px;\
             background:#3346c8;border:1px solid #3346c8;border-radius:10px;color:#ffffff;font-size:16px;line-height:24px;\
             font-weight:600;text-align:center;text-decoration:none;\">{}</a></p>\n<p class=\"soft\" style=\"margin:0 0 \
             24px;font-size:14px;line-height:20px;color:#5b5d66;word-break:break-all;\"><a class=\"link\" dir=\"ltr\" \
             href=\"{url}\" style=\"color:#3346c8;\">{url}</a></p>\n",
            escaped(words),
            url = escaped(url)
        ),
        Block::Facts(facts) => format!(
            "<p class=\"soft line\" style=\"margin:0 0 16px;padding-top:24px;border-top:1px solid #dcdde1;{SOFT}\">{}</p>\n",
            html_rows(facts)
        ),
        Block::Rows(facts) => format!("<p class=\"ink\" style=\"margin:0 0 24px;{INK}\">{}</p>\n", html_rows(facts)),
    }
}

fn html_rows(facts: &[(String, Vec<String>)]) -> String {
    let rows = facts.iter().map(|(label, values)| {
        let values: Vec<_> = values.iter().map(|value| strong(value)).collect();
        format!("{} {}", escaped(label), values.join(" &middot; "))
    });
    rows.collect::<Vec<_>>().join("<br>\n")
}

fn html_said(said: &[Said]) -> String {
    said.iter()
        .map(|said| match said {
            Said::Words(words) => escaped(words),
            Said::Value(value) => strong(value),
        })
        .collect()
}

/// A value, which stands out, and keeps its own direction.
fn strong(value: &str) -> String {
    format!("<strong class=\"ink\" style=\"color:#17181a;\"><bdi>{}</bdi></strong>", escaped(value))
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}
