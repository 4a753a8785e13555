//! What can happen that the security log tells of.

/// Makes `EventKind`: for each kind its name in OWASP's logging vocabulary, and the word that tells it from others of the
/// same name (`""` where the event's detail says something else).
macro_rules! event_kinds {
    ($($member:ident = $name:literal $word:literal,)*) => {
        /// Says what has happened.
        #[allow(missing_docs, reason = "each is named by what has happened")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum EventKind { $($member,)* }

        impl EventKind {
            /// Lists every kind, in order.
            pub const ALL: &'static [Self] = &[$(Self::$member,)*];

            /// Returns its name in OWASP's logging vocabulary.
            pub fn name(self) -> &'static str {
                match self { $(Self::$member => $name,)* }
            }

            /// Returns the word that tells it from others of the same name, or `""` where its name is its own.
            pub fn word(self) -> &'static str {
                match self { $(Self::$member => $word,)* }
            }
        }
    };
}

event_kinds! {
    LogInRequested = "authn_token_created" "",
    LoggedIn = "authn_login_success" "",
    LogInFailed = "authn_login_fail" "",
    TriesUsedUp = "authn_login_fail_max" "",
    CodesOff = "authn_login_lock" "",
    UsedAgain = "authn_token_reuse" "",
    LoggedOut = "session_logout" "here",
    LoggedOutEverywhere = "session_logout" "everywhere",
    SessionEnded = "session_logout" "one",
    OthersEnded = "session_logout" "others",
    Limited = "excess_rate_limit_exceeded" "",
    NotAllowed = "authz_fail" "session",
    NoAccess = "authz_fail" "no_access",
    ChangeAsked = "sensitive_update" "email_change_asked",
    ChangeRefused = "sensitive_update" "email_change_refused",
    AddressChanged = "sensitive_update" "email_changed",
    ChangeUndone = "sensitive_update" "email_change_undone",
    ChangeCancelled = "sensitive_update" "email_change_cancelled",
    UndoOffered = "sensitive_update" "email_undo_offered",
    EmailRefused = "email_undelivered" "refused",
    EmailGivenUp = "email_undelivered" "given_up",
    UserCreated = "user_created" "",
    Forgotten = "sensitive_delete" "account",
}

impl EventKind {
    /// Returns the kind with this name, which is told from others of the same name by this detail.
    pub fn parse(name: &str, detail: &str) -> Option<Self> {
        let mut named = Self::ALL.iter().copied().filter(|kind| kind.name() == name);
        named.find(|kind| kind.word().is_empty() || kind.word() == detail)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_of_a_kind_says_which_it_is() {
        for kind in EventKind::ALL {
            assert_eq!(EventKind::parse(kind.name(), kind.word()), Some(*kind));
        }
        assert_eq!(EventKind::parse("session_logout", "no_such_word"), None);
        assert_eq!(EventKind::parse("authn_login_success", "link"), Some(EventKind::LoggedIn));
        assert_eq!(EventKind::parse("no_such_name", ""), None);
    }
}
