//! The numbers of the rules, each with its reason.

use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The numbers that an application may set. The defaults are those of the documentation.
#[derive(Clone, Debug)]
pub struct Rules {
    /// Digits of a code, 6 to 10. Six with five tries: a guesser's chance is 1 in 200,000 for each challenge.
    pub code_digits: usize,
    /// How long an email is good, 10 minutes at most (NIST SP 800-63B-4, 3.1.3.2, for codes sent out of band).
    pub magic_link_lifetime: Duration,
    /// Codes that may be tried for each challenge by the browser that asked, and as many by whoever holds a link.
    pub most_tries: i64,
    /// Refusals of one challenge that are stored as events. It can be tried for as long as it is remembered, and its user
    /// learns nothing more from the eleventh.
    pub most_refusals: i64,
    /// Emails of one challenge that may be good at a time: each makes a guess more likely to be right.
    pub most_magic_links: i64,
    /// The pause between two emails of one challenge. Mail is often that slow; an email that failed needs none.
    pub email_pause: Duration,
    /// Challenges that one browser may have open at a time: another one ends the oldest. Each takes codes of its own.
    pub most_challenges: i64,
    /// Wrong codes in a row for one address, after which only a link logs in (NIST SP 800-63B-4, 3.2.2).
    pub most_failed_codes: i64,
    /// A kept session ends at the latest after this.
    pub remembered_lifetime: Duration,
    /// A kept session ends when it was not used for this long.
    pub remembered_idle: Duration,
    /// A session that shall not outlive the browser's window ends at the latest after this.
    pub window_lifetime: Duration,
    /// How long after a log-in the address may be changed without proving the present one again: whoever finds an open
    /// browser an hour later cannot take the account away.
    pub fresh_for: Duration,
    /// How long the old address can undo a change. A week, so that a holiday does not cost the account.
    pub undo_lifetime: Duration,
    /// How often a live page's session is looked up although nothing was announced: the net under the announcements.
    pub live_check: Duration,
    /// How exactly a session's last use is known: it is written at most this often.
    pub seen_precision: Duration,
    /// Argon2's memory, in KiB. Small, because a code's hash is keyed with a secret that is not in the database.
    pub argon2_memory_kib: u32,
    /// Argon2's passes.
    pub argon2_passes: u32,
    /// How long a code page waits to see whether its email could be handed over, before it shows that it is on its way.
    pub delivery_patience: Duration,
    /// Of an email that is on its way for so long nobody will learn how it fared: the server that sent it must have
    /// stopped. Longer than a mail server is given, with the wait for a connection. For so long an email that must arrive
    /// is claimed by whoever sends it.
    pub email_lost_after: Duration,
    /// How long a host's [`Accounts`](crate::Accounts) may take to answer. Whoever logs in waits for it.
    pub accounts_patience: Duration,
    /// How long a browser is new that has logged in. After that nobody else's doings stop it.
    pub new_device_for: Duration,
    /// How long a browser that has logged in has emails of its own. Browsers keep no cookie longer than 400 days.
    pub remember_devices: Duration,
    /// How long a challenge that has ended can still be told apart from one that never was.
    pub remember_challenges: Duration,
    /// How long wrong codes count as being in a row, while there are fewer than the most.
    pub remember_failed_codes: Duration,
    /// How long a session that has ended can still say why.
    pub remember_sessions: Duration,
    /// How long the security log goes back.
    pub remember_events: Duration,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            code_digits: 6,
            magic_link_lifetime: 10 * MINUTE,
            most_tries: 5,
            most_refusals: 10,
            most_magic_links: 3,
            email_pause: Duration::from_secs(30),
            most_challenges: 3,
            most_failed_codes: 100,
            remembered_lifetime: 60 * DAY,
            remembered_idle: 14 * DAY,
            window_lifetime: DAY,
            fresh_for: 15 * MINUTE,
            undo_lifetime: 7 * DAY,
            live_check: MINUTE,
            seen_precision: MINUTE,
            argon2_memory_kib: 1024,
            argon2_passes: 1,
            delivery_patience: Duration::from_secs(2),
            email_lost_after: Duration::from_secs(170),
            accounts_patience: Duration::from_secs(5),
            new_device_for: 30 * DAY,
            remember_devices: 400 * DAY,
            remember_challenges: DAY,
            remember_failed_codes: 400 * DAY,
            remember_sessions: 30 * DAY,
            remember_events: 90 * DAY,
        }
    }
}
