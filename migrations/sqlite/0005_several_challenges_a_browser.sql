-- A browser may have several challenges at a time: its secret names the browser, and its pages name the challenge. That
-- the secret was unique cannot be taken from a table, so this one is made anew, with the table that refers to it.
-- Numbered to stand before everything that has changed these tables since.
CREATE TABLE challenges_of_browsers (
    id           BLOB    NOT NULL PRIMARY KEY,
    -- SHA-256 of the secret of the browser that asked.
    browser_hash BLOB    NOT NULL,
    email        TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    -- When its last email ends.
    ends_at      INTEGER NOT NULL,
    -- Codes tried by the browser that asked, and by whoever holds a link. Counted before comparing, never reset.
    tries        INTEGER NOT NULL DEFAULT 0,
    link_tries   INTEGER NOT NULL DEFAULT 0,
    -- Set by the one use that succeeds.
    used_at      INTEGER,
    -- What to do then: keep the session or not, and the page that met the log-in wall.
    remember         INTEGER NOT NULL,
    return_to    TEXT,
    -- Who asked, for the email and for the page that another browser sees.
    user_agent   TEXT    NOT NULL,
    client       TEXT    NOT NULL,
    -- A challenge may do more than log in. Of these two, at most one is set.
    -- The address to change to, once the person has proved the present one again.
    goes_on_to   TEXT,
    -- The change that this challenge confirms.
    change_id    BLOB REFERENCES email_changes (id) ON DELETE CASCADE
) STRICT;
INSERT INTO challenges_of_browsers (id, browser_hash, email, created_at, ends_at, tries, link_tries, used_at, remember,
                                    return_to, user_agent, client, goes_on_to, change_id)
SELECT id, browser_hash, email, created_at, ends_at, tries, link_tries, used_at, remember, return_to, user_agent, client,
       goes_on_to, change_id
FROM challenges;

CREATE TABLE magic_links_of_browsers (
    id             BLOB    NOT NULL PRIMARY KEY,
    challenge_id   BLOB    NOT NULL REFERENCES challenges_of_browsers (id) ON DELETE CASCADE,
    link_hash      BLOB    NOT NULL UNIQUE,
    -- The same code twice: keyed with the browser's secret, and with the link's token.
    code_hash      BLOB    NOT NULL,
    link_code_hash BLOB    NOT NULL,
    created_at     INTEGER NOT NULL,
    ends_at        INTEGER NOT NULL,
    -- pending, sent or failed.
    delivery       TEXT    NOT NULL DEFAULT 'pending'
) STRICT;
INSERT INTO magic_links_of_browsers (id, challenge_id, link_hash, code_hash, link_code_hash, created_at, ends_at, delivery)
SELECT id, challenge_id, link_hash, code_hash, link_code_hash, created_at, ends_at, delivery FROM magic_links;

DROP TABLE magic_links;
DROP TABLE challenges;
ALTER TABLE challenges_of_browsers RENAME TO challenges;
ALTER TABLE magic_links_of_browsers RENAME TO magic_links;

CREATE INDEX challenges_by_browser ON challenges (browser_hash, created_at);
CREATE INDEX challenges_by_email ON challenges (email);
CREATE INDEX challenges_by_change ON challenges (change_id);
CREATE INDEX challenges_by_end ON challenges (ends_at);
CREATE INDEX magic_links_by_challenge ON magic_links (challenge_id);
