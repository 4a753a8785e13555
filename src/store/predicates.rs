//! Conditions that several statements ask for, each written once. They are put into a statement when the crate is compiled,
//! so each statement stays one text.

/// Holds for a session that is good at this time.
macro_rules! session_is_good {
    ($now:literal) => {
        concat!("ended_at IS NULL AND ends_at > ", $now, " AND idle_ends_at > ", $now)
    };
}

/// Holds for a challenge that is open at this time. Where the statement knows several, the one meant is named.
macro_rules! challenge_is_open {
    ($now:literal) => {
        concat!("used_at IS NULL AND ends_at > ", $now)
    };
    ($challenge:literal, $now:literal) => {
        concat!($challenge, ".used_at IS NULL AND ", $challenge, ".ends_at > ", $now)
    };
}

/// Holds for a change of email address that has happened and can be undone at this time: the old address is kept free for
/// the user who has left it.
macro_rules! old_email_is_kept_free {
    ($now:literal) => {
        concat!("confirmed_at IS NOT NULL AND cancelled_at IS NULL AND undo_ends_at > ", $now)
    };
}

/// Holds for a magic link that may arrive: it counts among those of its challenge.
macro_rules! magic_link_counts {
    () => {
        "delivery NOT IN ('failed', 'refused')"
    };
}

pub(super) use {challenge_is_open, magic_link_counts, old_email_is_kept_free, session_is_good};
