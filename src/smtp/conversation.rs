//! One email's conversation with a mail server.

use super::{connections::Connections, connections::close, with_causes};
use lettre::{
    address::Envelope,
    transport::smtp::{
        client::AsyncSmtpConnection,
        commands::{Data, Mail, Rcpt, Rset},
        extension::{MailBodyParameter, MailParameter},
        response::{Code, Response, Severity},
    },
};
use std::{fmt::Display, time::Duration};
use tokio::time::timeout;

use crate::mail::{Outcome, Refusal};

/// What goes over the wire.
pub(super) struct Wire {
    pub(super) envelope: Envelope,
    pub(super) content: Vec<u8>,
}

/// Whether a connection was used before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Used {
    /// It was: the mail server may have left it meanwhile, or be about to.
    Before,
    /// It was not.
    Never,
}

/// How long a mail server may take.
#[derive(Clone, Copy)]
pub(super) struct TimeLimits {
    /// For its first answer on a connection that was used before: one that has died says nothing.
    pub(super) waking: Duration,
    /// For opening a connection, and for each answer before an email's content.
    pub(super) answer: Duration,
    /// For the answer after the content: some scan it first.
    pub(super) verdict: Duration,
}

/// Why a conversation goes no further.
enum Stop {
    /// The mail server said no.
    Said(Code, String),
    /// It said nothing, or nothing that could be understood.
    Broken(String),
}

/// Hands an email over.
///
/// # Errors
/// Why this connection was of no use; the email's content has not left, so it can be tried on another connection.
pub(super) async fn hand_over(
    mut connection: AsyncSmtpConnection,
    used: Used,
    wire: &Wire,
    limits: TimeLimits,
    kept: &Connections,
) -> Result<Outcome, String> {
    let waking = if used == Used::Before { limits.waking } else { limits.answer };
    let body = (!wire.content.is_ascii()).then_some(MailParameter::Body(MailBodyParameter::EightBitMime));
    let mail = Mail::new(wire.envelope.from().cloned(), body.into_iter().collect());
    if let Err(stop) = ask(&mut connection, mail, waking).await {
        return match stop {
            Stop::Said(code, said) if used == Used::Never || is_permanent(code) => {
                Ok(refused(connection, code, said, kept))
            }
            Stop::Said(_, why) | Stop::Broken(why) => Err(why),
        };
    }
    for to in wire.envelope.to() {
        if let Err(stop) = ask(&mut connection, Rcpt::new(to.clone(), Vec::new()), limits.answer).await {
            return match stop {
                Stop::Said(code, why) if used == Used::Before && is_closing(code) => Err(why),
                Stop::Said(code, said) => Ok(refused(connection, code, said, kept)),
                Stop::Broken(why) => Err(why),
            };
        }
    }
    match timeout(limits.answer, connection.command(Data)).await {
        Ok(Ok(answer)) if answer.code().severity == Severity::PositiveIntermediate => {}
        answer => {
            return match stop(answer, limits.answer) {
                Stop::Said(code, said) => Ok(refused(connection, code, said, kept)),
                Stop::Broken(why) => Err(why),
            };
        }
    }
    // From here on nobody else may be given the email: this mail server may have it.
    match timeout(limits.verdict, connection.message(&wire.content)).await {
        Ok(Ok(answer)) if answer.code().severity == Severity::PositiveCompletion => {
            kept.put(connection);
            Ok(Outcome::Sent)
        }
        answer => Ok(match stop(answer, limits.verdict) {
            Stop::Said(code, said) => refused(connection, code, said, kept),
            Stop::Broken(why) => Outcome::Unknown(why),
        }),
    }
}

/// Says a command that is answered with 2xx where all is well.
async fn ask(connection: &mut AsyncSmtpConnection, command: impl Display, limit: Duration) -> Result<(), Stop> {
    match timeout(limit, connection.command(command)).await {
        Ok(Ok(answer)) if answer.code().severity == Severity::PositiveCompletion => Ok(()),
        answer => Err(stop(answer, limit)),
    }
}

fn stop(
    answer: Result<Result<Response, lettre::transport::smtp::Error>, tokio::time::error::Elapsed>,
    limit: Duration,
) -> Stop {
    match answer {
        Err(_) => Stop::Broken(format!("the mail server did not answer within {limit:?}")),
        Ok(Ok(answer)) => Stop::Broken(format!("the mail server answered {} out of turn", answer.code())),
        Ok(Err(error)) => {
            let why = format!("the mail server: {}", with_causes(&error));
            error.status().map_or(Stop::Broken(why.clone()), |code| Stop::Said(code, why))
        }
    }
}

/// A refusal in order: the connection can be used again once it has forgotten this email.
fn refused(mut connection: AsyncSmtpConnection, code: Code, said: String, kept: &Connections) -> Outcome {
    if is_closing(code) {
        drop(connection);
    } else {
        let kept = kept.clone();
        tokio::spawn(async move {
            match ask(&mut connection, Rset, RESET).await {
                Ok(()) => kept.put(connection),
                Err(Stop::Said(..)) => close(connection),
                Err(Stop::Broken(_)) => {}
            }
        });
    }
    Outcome::Refused(if is_permanent(code) { Refusal::Permanent } else { Refusal::Temporary }, said)
}

/// How long a mail server may take to forget an email that it refused.
const RESET: Duration = Duration::from_secs(5);

fn is_permanent(code: Code) -> bool {
    code.severity == Severity::PermanentNegativeCompletion
}

/// 421: it closes the connection, whatever was asked.
fn is_closing(code: Code) -> bool {
    code.to_string() == "421"
}
