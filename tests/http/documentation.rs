//! The documentation is in step with what is there: its links, the files that it names, and its tables.

use leptos_magic_auth::{Rules, internals::auth::Limits};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

const PAGES: [&str; 8] = [
    "README.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "docs/design.md",
    "docs/security.md",
    "docs/deploy.md",
    "docs/email.md",
    "docs/dependencies.md",
];

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A page's lines outside of blocks of code.
fn prose(page: &str) -> String {
    let text = read(page);
    text.split("```").step_by(2).collect()
}

/// What a heading is called in a link, as GitHub does it.
fn anchor(heading: &str) -> String {
    let heading = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[test]
fn every_link_within_the_documentation_leads_somewhere() {
    let anchors: BTreeMap<PathBuf, BTreeSet<String>> = PAGES
        .iter()
        .map(|page| (root().join(page), prose(page).lines().filter(|line| line.starts_with('#')).map(anchor).collect()))
        .collect();
    let mut links = 0;
    for page in PAGES {
        let (file, text) = (root().join(page), prose(page));
        let ends = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
        for (link, _) in ends.filter(|(link, _)| !link.starts_with("http")) {
            let (path, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { file.clone() } else { file.parent().unwrap().join(path) };
            assert!(target.exists(), "{page}: {link}");
            let found = heading.is_empty() || anchors[&target_of(&target)].contains(heading);
            assert!(found, "{page}: {link}");
            links += 1;
        }
    }
    assert!(links > 60, "{links} links");
}

/// `docs/../SECURITY.md` is `SECURITY.md`.
fn target_of(path: &Path) -> PathBuf {
    let (path, root) = (path.canonicalize().unwrap(), root().canonicalize().unwrap());
    self::root().join(path.strip_prefix(root).unwrap())
}

#[test]
fn every_file_that_the_documentation_names_is_there() {
    let mut named = 0;
    for page in PAGES {
        let text = prose(page);
        for name in text.split('`').skip(1).step_by(2).filter(|name| !name.contains(['*', ' '])) {
            let file = name.split("::").next().unwrap();
            if ["src/", "tests/", "migrations/", "style/", "docs/", "scripts/"].iter().any(|dir| file.starts_with(dir))
            {
                assert!(root().join(file).exists(), "{page}: {name}");
                named += 1;
            }
        }
    }
    assert!(named > 40, "{named} files");
}

#[test]
fn every_table_cookie_and_close_code_is_in_docs_design() {
    let design = read("docs/design.md");
    let listed = |name: &str| design.contains(&format!("\n| {name} | "));

    let mut migrations: Vec<_> =
        fs::read_dir(root().join("migrations/sqlite")).unwrap().map(|file| file.unwrap().path()).collect();
    migrations.sort();
    let mut tables = BTreeSet::new();
    for statement in migrations.iter().map(read).collect::<String>().lines().map(str::to_owned) {
        match statement.trim_end_matches(';').split_whitespace().collect::<Vec<_>>()[..] {
            ["CREATE", "TABLE", name, ..] => _ = tables.insert(name.to_owned()),
            ["DROP", "TABLE", name] => assert!(tables.remove(name), "{name}"),
            ["ALTER", "TABLE", name, "RENAME", "TO", new] => {
                assert!(tables.remove(name) && tables.insert(new.to_owned()), "{name}");
            }
            _ => {}
        }
    }
    assert!(tables.len() > 10, "{tables:?}");
    for name in &tables {
        let name = name.strip_prefix("magic_auth_").expect("the name of ours");
        assert!(listed(&format!("`{name}`")), "{name}");
    }

    let cookies = read("src/http/cookie.rs");
    let cookies: BTreeSet<_> =
        cookies.split('"').skip(1).step_by(2).filter(|name| name.starts_with("__Host-magic_auth")).collect();
    assert!(cookies.len() > 6, "{cookies:?}");
    cookies.iter().for_each(|name| assert!(listed(&format!("`{name}`")), "{name}"));

    let codes = read("src/types/close_code.rs");
    let codes: Vec<_> = codes.split("u16 = ").skip(1).filter_map(|rest| Some(rest.split_once(';')?.0)).collect();
    assert!(codes.len() > 4, "{codes:?}");
    codes.iter().for_each(|code| assert!(listed(code), "{code}"));
}

#[test]
fn how_long_personal_data_stays_is_what_the_rules_say() {
    let (security, rules) = (read("docs/security.md"), Rules::default());
    let (_, section) = security.split_once("\n## How long personal data stays\n").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    for (table, stays) in [
        ("sessions", rules.remember_sessions),
        ("challenges", rules.remember_challenges),
        ("failed_codes", rules.remember_failed_codes),
        ("devices", rules.remember_devices),
        ("events", rules.remember_events),
        ("email_changes", rules.undo_lifetime),
    ] {
        let days = stays.as_secs() / (24 * 60 * 60);
        let said = if days == 1 { "1 day ".to_owned() } else { format!("{days} days") };
        let row = section.lines().find(|line| line.contains(&format!("| `{table}`"))).unwrap();
        assert!(row.contains(&said), "{said}: {row}");
    }
}

#[test]
fn each_limit_is_as_large_as_docs_design_says() {
    let (design, limits) = (read("docs/design.md"), Limits::default());
    for (limit, row) in [
        (limits.emails_per_address[0], "to one email address | 1 | one each 30 s"),
        (limits.emails_per_address[1], "to one email address | 5 | one each 12 min"),
        (limits.emails_per_mailbox, "to one mailbox"),
        (limits.emails_of_changes, "to the new address of an email change"),
        (limits.emails_per_client, "that one client asks for"),
        (limits.emails_per_network, "that a wider network asks for"),
        (limits.emails_in_all, "in all"),
        (limits.emails_per_device[0], "of one known device"),
        (limits.emails_per_devices, "of all known devices"),
        (limits.codes_per_client, "that one client tries"),
        (limits.codes_per_network, "that a wider network tries"),
    ] {
        let line = design.lines().find(|line| line.starts_with(&format!("| {row}"))).unwrap_or_else(|| panic!("{row}"));
        let said = line.split(" | ").nth(1).unwrap().replace(',', "");
        assert_eq!(said.parse(), Ok(limit.burst), "{line}");
    }
}
