-- The same tables as in SQLite (migrations/sqlite), with the same names and columns. Ids are UUIDv7, times are
-- milliseconds since 1970-01-01 UTC. Nothing here lets its reader log in: tokens and browser secrets are stored as their
-- SHA-256, codes as an Argon2id keyed with a secret that the database never sees.
--
-- An application may have several tenants, each with rows of its own: tenant says whose a row is. Where there is one alone,
-- it is default.
--
-- All of it stands in a schema of its own, magic_auth, which is first in the search_path of each connection. Texts that are
-- compared or sorted have the collation "C": an order that is the same on every machine, and quick.

-- A person's account. A row appears when an address has proved itself for the first time.
CREATE TABLE magic_auth_users (
    id         UUID   NOT NULL PRIMARY KEY,
    -- In the one form that is compared: lower case, domain in ASCII.
    email      TEXT   COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    -- What the account is called outside of these tables: the application's own id, or else this row's in text. No id is
    -- given to another account, ever.
    account    TEXT   COLLATE "C" NOT NULL,
    tenant     TEXT   COLLATE "C" NOT NULL DEFAULT 'default',
    UNIQUE (tenant, email),
    UNIQUE (tenant, account)
);

-- A logged-in browser. A session that has ended stays for a while, so that its next click can be told why.
CREATE TABLE magic_auth_sessions (
    id            UUID    NOT NULL PRIMARY KEY,
    user_id       UUID    NOT NULL REFERENCES magic_auth_users (id) ON DELETE CASCADE,
    token_hash    BYTEA   NOT NULL UNIQUE,
    created_at    BIGINT  NOT NULL,
    -- Written at most once a minute.
    last_seen_at  BIGINT  NOT NULL,
    -- Slides with use.
    idle_ends_at  BIGINT  NOT NULL,
    -- Never moves.
    ends_at       BIGINT  NOT NULL,
    -- Whether it outlives the browser's window.
    remember      BOOLEAN NOT NULL,
    -- Set when the session was ended before its time, with the word for why.
    ended_at      BIGINT,
    ended_because TEXT,
    -- Where it came from, for the person to recognise: the browser's own words, and the client's address.
    user_agent    TEXT    NOT NULL,
    client        TEXT    NOT NULL,
    -- The challenge whose proof, repeated, brings the session another token, should the first have got lost. It refers to
    -- nothing that must stay: after a minute it means nothing any more.
    renewable_by  UUID,
    tenant        TEXT    COLLATE "C" NOT NULL DEFAULT 'default'
);
CREATE INDEX magic_auth_sessions_by_user ON magic_auth_sessions (user_id);
CREATE INDEX magic_auth_sessions_by_end ON magic_auth_sessions (ends_at);
CREATE INDEX magic_auth_sessions_by_idle_end ON magic_auth_sessions (idle_ends_at);
CREATE INDEX magic_auth_sessions_by_early_end ON magic_auth_sessions (ended_at) WHERE ended_at IS NOT NULL;
CREATE UNIQUE INDEX magic_auth_sessions_by_challenge ON magic_auth_sessions (renewable_by) WHERE renewable_by IS NOT NULL;

-- A change of address that a user has asked for. The account moves when the new address has proved itself through the
-- challenge of this change; the old address can undo it for a while.
CREATE TABLE magic_auth_email_changes (
    id           UUID   NOT NULL PRIMARY KEY,
    user_id      UUID   NOT NULL REFERENCES magic_auth_users (id) ON DELETE CASCADE,
    old_email    TEXT   COLLATE "C" NOT NULL,
    new_email    TEXT   COLLATE "C" NOT NULL,
    created_at   BIGINT NOT NULL,
    -- Seven days after it was asked for; from the move on, seven days after that.
    undo_ends_at BIGINT NOT NULL,
    -- When the account moved.
    confirmed_at BIGINT,
    -- When it became clear that it will not move, or moved back: undone, overtaken by a later change, or refused.
    cancelled_at BIGINT,
    -- When a change was undone: its links have done their work then, whatever changes come later.
    undone_at    BIGINT,
    tenant       TEXT   COLLATE "C" NOT NULL DEFAULT 'default'
);
CREATE INDEX magic_auth_email_changes_by_user ON magic_auth_email_changes (user_id, created_at);
CREATE INDEX magic_auth_email_changes_by_old_email ON magic_auth_email_changes (old_email);
CREATE INDEX magic_auth_email_changes_by_end ON magic_auth_email_changes (undo_ends_at);

-- A link is drawn anew for each email that carries one, and for whoever proves an email address that an account has
-- left. Every one stays good until the change is undone or its time is over: the one that did arrive must not die by
-- another that was drawn later.
CREATE TABLE magic_auth_undo_tokens (
    -- SHA-256 of what the link carries.
    token_hash BYTEA NOT NULL PRIMARY KEY,
    change_id  UUID  NOT NULL REFERENCES magic_auth_email_changes (id) ON DELETE CASCADE
);
CREATE INDEX magic_auth_undo_tokens_by_change ON magic_auth_undo_tokens (change_id);

-- One attempt to prove an address. It belongs to the browser that holds its secret.
CREATE TABLE magic_auth_challenges (
    id           UUID    NOT NULL PRIMARY KEY,
    -- SHA-256 of the secret of the browser that asked.
    browser_hash BYTEA   NOT NULL,
    email        TEXT    COLLATE "C" NOT NULL,
    created_at   BIGINT  NOT NULL,
    -- When its last email ends.
    ends_at      BIGINT  NOT NULL,
    -- Codes tried by the browser that asked, and by whoever holds a link. Counted before comparing, never reset.
    tries        BIGINT  NOT NULL DEFAULT 0,
    link_tries   BIGINT  NOT NULL DEFAULT 0,
    -- Set by the one use that succeeds.
    used_at      BIGINT,
    -- What to do then: remember the session or not, and the page that met the log-in wall.
    remember     BOOLEAN NOT NULL,
    return_to    TEXT,
    -- Who asked, for the email and for the page that another browser sees.
    user_agent   TEXT    NOT NULL,
    client       TEXT    NOT NULL,
    -- A challenge may do more than log in. Of these two, at most one is set.
    -- The address to change to, once the person has proved the present one again.
    goes_on_to   TEXT    COLLATE "C",
    -- The change that this challenge confirms.
    change_id    UUID    REFERENCES magic_auth_email_changes (id) ON DELETE CASCADE,
    -- How often it was refused for another reason than a wrong code. The first refusals are noted as events.
    refusals     BIGINT  NOT NULL DEFAULT 0,
    tenant       TEXT    COLLATE "C" NOT NULL DEFAULT 'default'
);
CREATE INDEX magic_auth_challenges_by_browser ON magic_auth_challenges (browser_hash, created_at);
CREATE INDEX magic_auth_challenges_by_email ON magic_auth_challenges (email);
CREATE INDEX magic_auth_challenges_by_change ON magic_auth_challenges (change_id);
CREATE INDEX magic_auth_challenges_by_end ON magic_auth_challenges (ends_at);

-- One email of a challenge: one link and one code.
CREATE TABLE magic_auth_magic_links (
    id             UUID   NOT NULL PRIMARY KEY,
    challenge_id   UUID   NOT NULL REFERENCES magic_auth_challenges (id) ON DELETE CASCADE,
    link_hash      BYTEA  NOT NULL UNIQUE,
    -- The same code twice: keyed with the browser's secret, and with the link's token.
    code_hash      BYTEA  NOT NULL,
    link_code_hash BYTEA  NOT NULL,
    created_at     BIGINT NOT NULL,
    ends_at        BIGINT NOT NULL,
    -- How far sending it has come.
    delivery       TEXT   NOT NULL DEFAULT 'pending'
);
CREATE INDEX magic_auth_magic_links_by_challenge ON magic_auth_magic_links (challenge_id);

-- Wrong codes in a row for an address, over any number of challenges. At a hundred, codes alone are off for it.
CREATE TABLE magic_auth_failed_codes (
    email    TEXT   COLLATE "C" NOT NULL,
    failures BIGINT NOT NULL,
    last_at  BIGINT NOT NULL,
    tenant   TEXT   COLLATE "C" NOT NULL DEFAULT 'default',
    PRIMARY KEY (email, tenant)
);
CREATE INDEX magic_auth_failed_codes_by_time ON magic_auth_failed_codes (last_at, failures);

-- The security log: one line per thing that happened, as its user may read it.
CREATE TABLE magic_auth_events (
    id         UUID    NOT NULL PRIMARY KEY,
    at         BIGINT  NOT NULL,
    -- A name of OWASP's logging vocabulary.
    name       TEXT    NOT NULL,
    -- More precisely, as one word: why a log-in failed, how it was done.
    detail     TEXT    NOT NULL DEFAULT '',
    user_id    UUID,
    -- Whether it is the doing of somebody who had proved to be that user.
    proven     BOOLEAN NOT NULL DEFAULT FALSE,
    email      TEXT    COLLATE "C",
    user_agent TEXT    NOT NULL,
    client     TEXT    NOT NULL,
    tenant     TEXT    COLLATE "C" NOT NULL DEFAULT 'default'
);
CREATE INDEX magic_auth_events_by_email ON magic_auth_events (email, id);
CREATE INDEX magic_auth_events_by_time ON magic_auth_events (at);
CREATE INDEX magic_auth_events_proven ON magic_auth_events (user_id, proven, id);

-- How far a limit is used up, for one key: an address, a client, a browser, or everybody. A bucket that fills up again
-- by one at each interval; what is stored is when it will be full. A full one needs no row.
CREATE TABLE magic_auth_limits (
    key     TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
    full_at BIGINT NOT NULL
);
CREATE INDEX magic_auth_limits_by_end ON magic_auth_limits (full_at);

-- Browsers that have logged an address in: they have emails of their own to ask for, which no stranger can use up.
CREATE TABLE magic_auth_devices (
    token_hash    BYTEA  NOT NULL,
    email         TEXT   COLLATE "C" NOT NULL,
    -- One that has come back for long is stopped by nobody else's doings.
    first_seen_at BIGINT NOT NULL DEFAULT 0,
    last_seen_at  BIGINT NOT NULL,
    tenant        TEXT   COLLATE "C" NOT NULL DEFAULT 'default',
    PRIMARY KEY (token_hash, email, tenant)
);
CREATE INDEX magic_auth_devices_by_email ON magic_auth_devices (email);
CREATE INDEX magic_auth_devices_by_time ON magic_auth_devices (last_seen_at);

-- Emails that must arrive: each stays here until a mail server has taken it, over restarts. Nothing secret is among it: an
-- email is written anew for each sending, with a link of its own (see undo_tokens).
CREATE TABLE magic_auth_outbox (
    -- Also the email's Message-ID, the same over all sendings.
    id          UUID   NOT NULL PRIMARY KEY,
    -- What it says: email_changing, email_changed or email_change_undone.
    kind        TEXT   NOT NULL,
    -- Whom it is for.
    email       TEXT   NOT NULL,
    -- What it is about. The email may outlive both, so they refer to nothing.
    user_id     UUID   NOT NULL,
    change_id   UUID   NOT NULL,
    old_email   TEXT   NOT NULL,
    new_email   TEXT   NOT NULL,
    -- Who did it: the browser's own words, and the client's address.
    user_agent  TEXT   NOT NULL,
    client      TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    -- How often sending it was begun, and when it is due next. That moves on before each sending begins, so that no other
    -- server sends it meanwhile.
    attempts    BIGINT NOT NULL DEFAULT 0,
    next_try_at BIGINT NOT NULL,
    -- From then on nobody tries any more.
    gives_up_at BIGINT NOT NULL,
    tenant      TEXT   COLLATE "C" NOT NULL DEFAULT 'default'
);
CREATE INDEX magic_auth_outbox_by_next_try ON magic_auth_outbox (next_try_at);

-- Nothing stays here: a health check writes something and removes it again, to know whether there is room to write.
CREATE TABLE magic_auth_write_probes (
    id      UUID  NOT NULL PRIMARY KEY,
    filling BYTEA NOT NULL
);

-- When the sessions of an account were last ended for a reason that holds for log-ins under way too. The application is
-- asked between two transactions, and what it said counts only where this is the same in both. Only the accounts of such
-- an application have rows here, also those that have never logged in or are forgotten; each stays for a day.
CREATE TABLE magic_auth_epochs (
    account  TEXT   COLLATE "C" NOT NULL,
    epoch    UUID   NOT NULL,
    moved_at BIGINT NOT NULL,
    tenant   TEXT   COLLATE "C" NOT NULL DEFAULT 'default',
    PRIMARY KEY (account, tenant)
);
CREATE INDEX magic_auth_epochs_by_time ON magic_auth_epochs (moved_at);

-- A change of email address, or its undoing, that was begun here and that the application has not answered yet. It is
-- asked again until it has.
CREATE TABLE magic_auth_account_moves (
    user_id     UUID   NOT NULL PRIMARY KEY REFERENCES magic_auth_users (id) ON DELETE CASCADE,
    change_id   UUID   NOT NULL REFERENCES magic_auth_email_changes (id) ON DELETE CASCADE,
    -- change or undo.
    kind        TEXT   NOT NULL,
    -- Somebody asks just now, and nobody else does until then.
    asked_until BIGINT NOT NULL,
    -- Who did it: the browser's own words, and the client's address.
    user_agent  TEXT   NOT NULL,
    client      TEXT   NOT NULL
);
CREATE INDEX magic_auth_account_moves_by_change ON magic_auth_account_moves (change_id);
CREATE INDEX magic_auth_account_moves_by_time ON magic_auth_account_moves (asked_until);
