//! Emails that are signed: whoever looks the key up finds that they are as they were sent.

use crate::support::{ADA, MailServer, Setup};
use leptos_magic_auth::internals::config::Config;
use mail_auth::{
    AuthenticatedMessage, DkimResult, MessageAuthenticator, Parameters, ResolverCache, Txt,
    common::parse::TxtRecordParser, common::verify::DomainKey,
};
use std::{
    borrow::Borrow,
    collections::HashMap,
    fs,
    hash::Hash,
    path::{Path, PathBuf},
    time::Instant,
};

const RSA: &str = "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyUER/ooZ6XcFN+6OW+wThdjmxMNYMgw/FodELogZhRjHRpUdbWRpbAP8WvuEpn+S/r\
     y+tQk2383Tlefzo/wgiH1zsTi0d9JvU6FhUnp/psndbEo1NIw1MXMWz0vI61VSVdcTKbAcFaRgK9Ln3/YSFqoUGGTMfITPSNXo9BwKP2Xr+V49\
     /8eMmFtQgpiscbHOqy/5/D7l4Q9aS5X9H0v/L+efW7EELEZPv7CDMTur+y+TBjVffc+gx+IQB/yKDfVBG/rbKxtDEJAjSYSgTG7dt/+mrIY9pv\
     y6f0pC3QqGzURENnSPT4fWrNEE/Ku2Sn+xFTlkZbu4bvpQhRVRpxBmVwIDAQAB";
const ED25519: &str = "v=DKIM1; k=ed25519; p=1Dp7r2FnK3cI0r5ySnBoTKo/KSeKxdj+asDfQ2EjDdg=";

/// The DNS as it is known already: nothing is asked for.
struct Dns(HashMap<Box<str>, Txt>);

impl ResolverCache<Box<str>, Txt> for Dns {
    fn get<Q: Hash + Eq + ?Sized>(&self, name: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
    {
        self.0.get(name).cloned()
    }

    fn remove<Q: Hash + Eq + ?Sized>(&self, _: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
    {
        None
    }

    fn insert(&self, _: Box<str>, _: Txt, _: Instant) {}
}

impl Dns {
    fn with(record: &str) -> Self {
        let key = DomainKey::parse(record.as_bytes()).expect("a record");
        Self(HashMap::from([("mail.s1._domainkey.notes.example.".into(), key.into())]))
    }

    /// Whether an email is what its domain has signed.
    async fn proves(&self, email: &str) -> bool {
        let email = AuthenticatedMessage::parse(email.as_bytes()).expect("an email");
        let verifier = MessageAuthenticator::new_quad9().expect("a verifier");
        let found = verifier.verify_dkim(Parameters::new(&email).with_txt_cache(self)).await;
        found.len() == 1 && *found[0].result() == DkimResult::Pass
    }
}

fn key(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/keys").join(name)
}

fn with(mail: &MailServer, key: &Path) -> Setup {
    let setup = Setup::new().set("--smtp-url", &mail.url).set("--mail-from", "Notes <no-reply@notes.example>");
    setup.set("--dkim-key-file", &key.display().to_string()).set("--dkim-selector", "mail.s1")
}

/// An email as it arrives, signed by this key, of an application of this name.
async fn email(key: &Path, app_name: &str) -> String {
    let mail = MailServer::start().await;
    let site = with(&mail, key).set("--app-name", app_name).start().await;
    site.browser().ask(ADA).await;
    mail.messages(ADA).pop().expect("an email").replace('\n', "\r\n")
}

#[tokio::test]
async fn what_arrives_is_proved_to_be_what_its_domain_has_sent() {
    for (file, record) in [("rsa.pem", RSA), ("rsa_pkcs1.pem", RSA), ("ed25519.pem", ED25519)] {
        for name in ["Notes", "Bücher  und mehr"] {
            let (dns, email) = (Dns::with(record), email(&key(file), name).await);
            assert!(email.is_ascii(), "no server on the way has to write it anew: {email}");
            assert!(dns.proves(&email).await, "{file}: {email}");
            // On the way spaces may become others, and names of headers be written in other ways.
            let folded = email.replacen("Subject: ", "subject:\r\n\t", 1);
            assert!(folded != email && dns.proves(&folded).await, "{folded}");
            for (what, instead) in [
                ("@notes.example", "@evil.example"),
                ("Subject: ", "Subject: New: "),
                ("To: ", "To: eve@example.com, "),
                ("http://", "http://evil.example?"),
                ("From: ", "From: Somebody <somebody@example.com>\r\nFrom: "),
                ("Subject: ", "Subject: Won\r\nSubject: "),
                ("Date: ", "Date: Thu, 1 Jan 1970 00:00:00 +0000\r\nX-Date: "),
            ] {
                // The last of it, for the signature comes first.
                let (before, after) = email.rsplit_once(what).unwrap_or_else(|| panic!("{what} in {email}"));
                let changed = format!("{before}{instead}{after}");
                assert!(!dns.proves(&changed).await, "{what}: {changed}");
            }
            assert!(!Dns::with(if record == RSA { ED25519 } else { RSA }).proves(&email).await, "by another key");
        }
    }
}

#[tokio::test]
async fn without_a_key_nothing_is_signed() {
    let mail = MailServer::start().await;
    let setup = Setup::new().set("--smtp-url", &mail.url).set("--mail-from", "Notes <no-reply@notes.example>");
    setup.start().await.browser().ask(ADA).await;
    assert!(!mail.messages(ADA).pop().expect("an email").contains("DKIM"));
}

#[test]
fn a_key_that_cannot_sign_ends_the_start_which_says_why_and_shows_nothing_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let fault = |file: &Path| {
        let file = file.display().to_string();
        let flags =
            ["--smtp-url", "smtps://u:p@mail.example", "--mail-from", "a@notes.example", "--dkim-selector", "s1"];
        let wrong = Config::from_flags(flags.into_iter().chain(["--dkim-key-file", &file])).err().expect("a fault");
        format!("{wrong:?}")
    };
    let missing = fault(&folder.path().join("none.pem"));
    assert!(missing.contains("DKIM_KEY_FILE could not be read: ") && missing.contains("No such file"), "{missing}");
    let (file, rsa) = (folder.path().join("key.pem"), fs::read_to_string(key("rsa.pem")).unwrap());
    let (public, other) = (rsa.replace("PRIVATE", "PUBLIC"), rsa.replace('M', "N"));
    for text in ["", "hunter2", &rsa[..800], &public, &other] {
        fs::write(&file, text).unwrap();
        let fault = fault(&file);
        assert!(
            fault.contains("DKIM_KEY_FILE holds no private key") && fault.contains("openssl genrsa 2048"),
            "{fault}"
        );
        assert!(!fault.contains("hunter2") && !fault.contains(&rsa[40..60]), "{fault}");
    }
}
