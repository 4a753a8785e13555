//! The header `Forwarded` (RFC 7239), as far as it says who the client is.

/// Returns what `for` says in the rightmost element of a `Forwarded` header (RFC 7239). Whatever does not follow its
/// grammar is refused as a whole: a quote that a client has left open must not swallow what the proxy has appended.
pub(super) fn rightmost_for(text: &str) -> Option<String> {
    let mut rest = text;
    loop {
        let (client, behind) = element(rest)?;
        match behind.strip_prefix(',') {
            Some(next) => rest = next,
            None => return client.map(|client| without_hidden_port(&client).to_owned()),
        }
    }
}

/// One element: what its `for` says, and what stands behind it, which is empty or begins with a comma.
fn element(text: &str) -> Option<(Option<String>, &str)> {
    let (mut client, mut rest) = (None, text);
    loop {
        let (name, behind) = token(rest.trim_start());
        let (value, behind) = if name.is_empty() { (String::new(), behind) } else { value(behind.strip_prefix('=')?)? };
        if name.eq_ignore_ascii_case("for") && client.replace(value).is_some() {
            return None;
        }
        let behind = behind.trim_start();
        match behind.strip_prefix(';') {
            Some(next) => rest = next,
            None if behind.is_empty() || behind.starts_with(',') => return Some((client, behind)),
            None => return None,
        }
    }
}

/// Returns a word, or a text in quotes without them. Addresses without the quotes that they should have are let
/// through.
fn value(text: &str) -> Option<(String, &str)> {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([',', ';', '"', ' ', '\t']).unwrap_or(text.len());
        return Some((text[..end].to_owned(), &text[end..]));
    };
    let (mut value, mut characters) = (String::new(), quoted.char_indices());
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some((value, &quoted[at + 1..])),
            '\\' => value.push(characters.next()?.1),
            other => value.push(other),
        }
    }
    None
}

fn token(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && !"!#$%&'*+-.^_`|~".contains(c));
    text.split_at(end.unwrap_or(text.len()))
}

/// RFC 7239 lets a proxy hide a port behind a made-up word: `203.0.113.7:_web`.
fn without_hidden_port(text: &str) -> &str {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
    text.rsplit_once(":_").filter(|(_, word)| is_word(word)).map_or(text, |(ip, _)| ip)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn it_is_read_by_its_grammar() {
        for (line, client) in [
            ("for=203.0.113.5", Some("203.0.113.5")),
            ("For=\"[2001:db8::7]:4711\";proto=http;by=203.0.113.43", Some("[2001:db8::7]:4711")),
            ("proto=https ; for=203.0.113.5 ; host=\"a,b;c\"", Some("203.0.113.5")),
            ("for=[2001:db8::7]", Some("[2001:db8::7]")),
            ("for=\"203.0.113.5:_web\"", Some("203.0.113.5")),
            ("for=\"203.0.\\113.5\"", Some("203.0.113.5")),
            ("for=_hidden", Some("_hidden")),
            ("for=_hidden, for=203.0.113.5", Some("203.0.113.5")),
            ("for=203.0.113.5;secret=\"q\\\"uote\"", Some("203.0.113.5")),
            ("proto=https", None),
            ("for=203.0.113.5, proto=https", None),
            ("for=203.0.113.5,", None),
            ("for=203.0.113.5;for=198.51.100.1", None),
            ("for", None),
            ("for=", Some("")),
            ("203.0.113.5", None),
            // What a client has begun must not swallow what the proxy has appended, nor stand in its place.
            ("for=198.51.100.1;x=\", for=203.0.113.5", None),
            ("for=198.51.100.1;x=\", for=\"[2001:db8::7]\"", None),
            ("for=198.51.100.1;x=\"\\", None),
        ] {
            assert_eq!(rightmost_for(line).as_deref(), client, "{line}");
        }
    }

    proptest! {
        #[test]
        fn what_a_client_writes_before_never_stands_in_place_of_what_a_proxy_appends(before in "[ -~]{0,60}") {
            let read = rightmost_for(&format!("{before}, for=203.0.113.5"));
            prop_assert!(read.is_none() || read.as_deref() == Some("203.0.113.5"), "{:?}", read);
        }

        #[test]
        fn whatever_text_comes_nothing_fails(text in "\\PC{0,80}|[a-z=;,\" \\\\\\[\\]:.0-9]{0,80}") {
            let _ = rightmost_for(&text);
        }
    }
}
