//! Reading pages as a person or a browser reads them.

use super::Answer;

impl Answer {
    /// What the page says, without its markup.
    pub fn text(&self) -> String {
        text_of(&self.body)
    }

    pub fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// The page's only heading of the first order.
    pub fn heading(&self) -> String {
        let headings: Vec<_> = elements(&self.body, "h1").collect();
        assert_eq!(headings.len(), 1, "one h1 at {}: {}", self.path, self.body);
        text_of(headings[0].1)
    }

    /// What the form for this action would send: texts, hidden fields, ticked boxes. None without such a form.
    pub fn form(&self, action: &str) -> Option<Vec<(String, String)>> {
        let (_, inside) =
            elements(&self.body, "form").find(|(tag, _)| attribute(tag, "action").as_deref() == Some(action))?;
        let sent = tags(inside, "input").filter(|tag| {
            let is_box = attribute(tag, "type").as_deref() == Some("checkbox");
            !is_box || attribute(tag, "checked").is_some()
        });
        Some(
            sent.filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_default())))
                .collect(),
        )
    }

    /// The tag of the field with this name.
    pub fn field(&self, name: &str) -> Option<&str> {
        tags(&self.body, "input").find(|tag| attribute(tag, "name").as_deref() == Some(name))
    }

    /// What stands in the field with this name.
    pub fn value(&self, name: &str) -> String {
        let field = self.field(name).unwrap_or_else(|| panic!("no field {name} at {}", self.path));
        attribute(field, "value").unwrap_or_default()
    }

    /// What is wrong with the field of this name: the text that the field itself refers to.
    pub fn field_error(&self, name: &str) -> Option<String> {
        let field = self.field(name)?;
        attribute(field, "aria-invalid").filter(|invalid| invalid == "true")?;
        let described_by = attribute(field, "aria-describedby")?;
        let ids: Vec<_> = described_by.split(' ').collect();
        elements(&self.body, "p")
            .filter(|(tag, _)| attribute(tag, "role").as_deref() == Some("alert"))
            .find(|(tag, _)| attribute(tag, "id").is_some_and(|id| ids.contains(&id.as_str())))
            .map(|(_, inside)| text_of(inside))
    }

    /// Messages above the form; not those that a script may show later.
    pub fn messages(&self) -> Vec<String> {
        elements(&self.body, "div")
            .filter(|(tag, _)| attribute(tag, "hidden").is_none())
            .filter(|(tag, _)| attribute(tag, "class").is_some_and(|class| class.starts_with("message")))
            .map(|(_, inside)| text_of(inside))
            .collect()
    }
}

/// The words of a piece of HTML.
pub fn text_of(html: &str) -> String {
    let (mut text, mut rest) = (String::new(), html);
    // What stands inside an email address only says where it may be broken.
    let mut in_address = false;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        let tag = &rest[start..];
        // Comments stand between the parts of a text; other tags part words.
        let end = if tag.starts_with("<!") {
            tag.find('>')
        } else if tag.starts_with("<script") {
            tag.find("</script>").map(|end| end + "</script".len())
        } else {
            let name = tag.split(['>', ' ']).next().unwrap_or(tag);
            let is_address = name == "<strong" && tag.split('>').next().is_some_and(|tag| tag.contains("\"address"));
            in_address = is_address || in_address && name != "</strong";
            let is_within_a_sentence =
                in_address || ["<bdi", "</bdi", "<strong", "</strong", "<time", "</time"].contains(&name);
            text.push(if is_within_a_sentence { '\u{200B}' } else { ' ' });
            tag.find('>')
        };
        rest = end.map_or("", |end| &tag[end + 1..]);
    }
    text.push_str(rest);
    let text = unescaped(&text).replace('\u{200B}', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Elements with this name: their opening tag and what they hold. None of ours nests in one of its own kind.
fn elements<'a>(html: &'a str, name: &'static str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let closing = format!("</{name}>");
    tags(html, name).filter_map(move |tag| {
        let inside = &html[tag.as_ptr() as usize - html.as_ptr() as usize + tag.len()..];
        Some((tag, &inside[..inside.find(&closing)?]))
    })
}

/// Opening tags with this name.
fn tags<'a>(html: &'a str, name: &'static str) -> impl Iterator<Item = &'a str> {
    let opening = format!("<{name}");
    let starts: Vec<_> = html.match_indices(&opening).map(|(start, _)| start).collect();
    starts.into_iter().filter_map(move |start| {
        let tag = &html[start..];
        let tag = &tag[..=tag.find('>')?];
        tag[name.len() + 1..].starts_with([' ', '>', '/']).then_some(tag)
    })
}

/// An attribute's value: empty when it has none, none when it is not there.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let with_value = format!(" {name}=\"");
    if let Some(start) = tag.find(&with_value) {
        let value = &tag[start + with_value.len()..];
        return Some(unescaped(&value[..value.find('"')?]));
    }
    let bare = tag.trim_end_matches(['>', '/']).split(' ').any(|word| word == name);
    bare.then(String::new)
}

fn unescaped(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, plain)| text.replace(entity, plain))
}
