//! Which email addresses are read in one place.

/// Returns the mailbox of an address: most hosts put what goes to `ada+tag@` where mail for `ada@` goes, and the
/// largest knows no dots.
pub(super) fn mailbox(email: &str) -> String {
    let Some((local, domain)) = email.split_once('@') else { return email.to_owned() };
    let name = local.split_once('+').map_or(local, |(name, _)| name);
    match (name, domain) {
        ("", _) => email.to_owned(),
        (name, "gmail.com" | "googlemail.com") => format!("{}@gmail.com", name.replace('.', "")),
        (name, domain) => format!("{name}@{domain}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_end_in_the_same_mailbox_and_so_do_dots_where_they_count_for_nothing() {
        for email in ["ada@example.com", "ada+1@example.com", "ada+a+b@example.com"] {
            assert_eq!(mailbox(email), "ada@example.com");
        }
        assert_eq!(mailbox("+x@example.com"), "+x@example.com");
        assert_eq!(mailbox("a.d.a@example.com"), "a.d.a@example.com");
        assert_eq!(mailbox("a.d.a+1@googlemail.com"), mailbox("ada@gmail.com"));
    }
}
