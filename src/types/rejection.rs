//! Why something did not happen, for whoever asked for it.

use super::AuthError;
use serde::{Deserialize, Serialize};

/// Why a server function did not do what it says. It holds no free text, so it may stand in an address.
///
/// As JSON it is the kind's word, `"wrong_code"`; where a limit has refused, `{"kind":"codes_limited","retry_after":20}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Rejection {
    /// What is wrong.
    pub kind: AuthError,
    /// How many seconds to wait, where a limit has refused; at least one.
    pub retry_after: Option<u64>,
}

impl From<AuthError> for Rejection {
    fn from(kind: AuthError) -> Self {
        Self { kind, retry_after: None }
    }
}

impl std::fmt::Display for Rejection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.retry_after {
            Some(seconds) => write!(f, "{} for {seconds} seconds more", self.kind),
            None => self.kind.fmt(f),
        }
    }
}

impl std::error::Error for Rejection {}

/// The form in which a rejection travels.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Word(AuthError),
    Limited { kind: AuthError, retry_after: u64 },
}

impl From<Written> for Rejection {
    fn from(written: Written) -> Self {
        match written {
            Written::Word(kind) => kind.into(),
            Written::Limited { kind, retry_after } => Self { kind, retry_after: Some(retry_after) },
        }
    }
}

impl From<Rejection> for Written {
    fn from(Rejection { kind, retry_after }: Rejection) -> Self {
        match retry_after {
            Some(retry_after) => Self::Limited { kind, retry_after },
            None => Self::Word(kind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_travels_as_a_word_and_as_a_word_with_seconds() {
        let limited = Rejection { kind: AuthError::CodesLimited, retry_after: Some(20) };
        for (rejection, json) in [
            (AuthError::WrongCode.into(), "\"wrong_code\""),
            (limited, "{\"kind\":\"codes_limited\",\"retry_after\":20}"),
        ] {
            assert_eq!(serde_json::to_string(&rejection).unwrap(), json);
            assert_eq!(serde_json::from_str::<Rejection>(json).unwrap(), rejection);
        }
        for unknown in ["\"no_such_word\"", "{\"kind\":\"codes_limited\"}", "null", "<html>"] {
            assert!(serde_json::from_str::<Rejection>(unknown).is_err(), "{unknown}");
        }
    }
}
