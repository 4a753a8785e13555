-- The users of each customer. AUTOINCREMENT: no id is ever given twice.
CREATE TABLE users (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    customer TEXT NOT NULL,
    email    TEXT NOT NULL,
    UNIQUE (customer, email)
) STRICT;

CREATE TABLE roles (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role    TEXT    NOT NULL,
    PRIMARY KEY (user_id, role)
) STRICT;

-- Whose email addresses may come in.
CREATE TABLE allowed_domains (
    customer TEXT NOT NULL,
    domain   TEXT NOT NULL,
    PRIMARY KEY (customer, domain)
) STRICT;

INSERT INTO allowed_domains VALUES ('acme', 'example.com'), ('acme', 'acme.example'), ('globex', 'example.com');
