//! An email as mail servers pass it on.

use crate::mail::EmailMessage;
use lettre::{
    Address, Message,
    message::{Body, MultiPart, SinglePart, header, header::ContentTransferEncoding, header::ContentType},
};
use std::{error::Error, time::Duration, time::SystemTime};

pub(super) use lettre::message::Mailbox as Named;

/// RFC 5322, 2.1.1: a line has at most so many bytes.
const LONGEST_LINE: usize = 998;

/// Whether a mail server takes text as it is that is not ASCII (RFC 6152).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum EightBit {
    /// It does.
    Yes,
    /// It does not.
    No,
}

/// Puts an email together.
///
/// # Errors
/// When lettre refuses it.
pub(super) fn compose(
    email: &EmailMessage,
    from: &Named,
    to: &Address,
    eight_bit: EightBit,
) -> Result<Message, lettre::error::Error> {
    let since = Duration::from_millis(u64::try_from(email.at.0).unwrap_or(0));
    let parts = MultiPart::alternative()
        .singlepart(part(ContentType::TEXT_PLAIN, &email.text, eight_bit))
        .singlepart(part(ContentType::TEXT_HTML, &email.html, eight_bit));
    Message::builder()
        .from(from.clone())
        .to(Named::new(None, to.clone()))
        .subject(email.subject.as_str())
        .date(SystemTime::UNIX_EPOCH + since)
        .message_id(Some(format!("<{}@{}>", email.id, from.email.domain())))
        .header(AutoSubmitted)
        .header(AutoResponseSuppress)
        .header(EntityRefId(email.id.to_string()))
        .multipart(parts)
}

/// A part, as it is wherever that can be: quoted-printable cuts a link in two for whoever reads the source, and for
/// programs that do not undo it.
fn part(kind: ContentType, text: &str, eight_bit: EightBit) -> SinglePart {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n");
    let fits = text.split("\r\n").all(|line| line.len() <= LONGEST_LINE);
    let body = match (fits, text.is_ascii(), eight_bit) {
        (true, true, _) => Body::dangerous_pre_encoded(text.into_bytes(), ContentTransferEncoding::SevenBit),
        (true, false, EightBit::Yes) => {
            Body::dangerous_pre_encoded(text.into_bytes(), ContentTransferEncoding::EightBit)
        }
        // Any text can be written so.
        _ => Body::new_with_encoding(text, ContentTransferEncoding::QuotedPrintable).unwrap_or_else(Body::new),
    };
    SinglePart::builder().header(kind).body(body)
}

/// Makes a header of our own, which is written and never read.
macro_rules! header {
    ($(#[$doc:meta])* $header:ident $(($held:ty))?, $name:literal, $value:expr) => {
        $(#[$doc])*
        #[derive(Clone)]
        struct $header $(($held))?;

        impl header::Header for $header {
            fn name() -> header::HeaderName {
                header::HeaderName::new_from_ascii_str($name)
            }

            fn parse(_: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
                Err("written only".into())
            }

            fn display(&self) -> header::HeaderValue {
                let value: fn(&Self) -> String = $value;
                header::HeaderValue::new(Self::name(), value(self))
            }
        }
    };
}

header!(
    /// Tells other machines not to answer (RFC 3834, 5).
    AutoSubmitted, "Auto-Submitted", |_| "auto-generated".to_owned()
);
header!(
    /// Tells Exchange, which does not look at the header before, to send no out-of-office answer.
    AutoResponseSuppress, "X-Auto-Response-Suppress", |_| "All".to_owned()
);
header!(
    /// Keeps Gmail from folding what two emails have in common, which with us is nearly all.
    EntityRefId(String), "X-Entity-Ref-ID", |header| header.0.clone()
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Timestamp;
    use uuid::Uuid;

    fn written(text: &str, eight_bit: EightBit) -> String {
        let email = EmailMessage {
            id: Uuid::nil().into(),
            to: "ada@example.com".to_owned(),
            subject: "Log in".to_owned(),
            text: text.to_owned(),
            html: "<p>hello</p>".to_owned(),
            at: Timestamp(0),
        };
        let from = "Notes <no-reply@notes.example>".parse().unwrap();
        let message = compose(&email, &from, &"ada@example.com".parse().unwrap(), eight_bit).unwrap();
        String::from_utf8(message.formatted()).unwrap()
    }

    #[test]
    fn headers_say_that_a_machine_wrote_it_and_that_each_is_its_own() {
        let message = written("hello\n", EightBit::No);
        for header in [
            "Auto-Submitted: auto-generated\r\n",
            "X-Auto-Response-Suppress: All\r\n",
            "X-Entity-Ref-ID: 00000000-0000-0000-0000-000000000000\r\n",
            "Message-ID: <00000000-0000-0000-0000-000000000000@notes.example>\r\n",
        ] {
            assert!(message.contains(header), "{header} in {message}");
        }
    }

    #[test]
    fn a_long_link_stays_in_one_piece() {
        let link = format!("https://notes.example/{}", "a".repeat(900));
        let message = written(&format!("Open\n{link}\n"), EightBit::No);
        assert!(message.contains(&format!("\r\n{link}\r\n")), "{message}");
        assert!(message.contains("Content-Transfer-Encoding: 7bit\r\n"), "{message}");
    }

    #[test]
    fn other_than_ascii_goes_as_it_is_only_where_the_mail_server_takes_that() {
        let text = "Bücher\nhttps://notes.example/?token=abc\n";
        let message = written(text, EightBit::Yes);
        assert!(message.contains("Content-Transfer-Encoding: 8bit\r\n") && message.contains("Bücher\r\n"), "{message}");
        let message = written(text, EightBit::No);
        assert!(message.is_ascii() && message.contains("B=C3=BCcher"), "{message}");
    }

    #[test]
    fn a_line_that_is_too_long_is_cut_so_that_it_can_be_joined_again() {
        let message = written(&"a".repeat(2_000), EightBit::Yes);
        assert!(message.lines().all(|line| line.len() <= LONGEST_LINE), "{message}");
        assert!(message.contains("Content-Transfer-Encoding: quoted-printable\r\n"), "{message}");
    }
}
