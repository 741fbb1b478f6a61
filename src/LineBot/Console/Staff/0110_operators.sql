-- Who works at the console. A row is never deleted: the record of who did what names it.
-- is_given_password: somebody else chose or saw the password, so its owner is asked to change it.
CREATE TABLE operators (
    name TEXT PRIMARY KEY,
    display_name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    is_given_password INTEGER NOT NULL DEFAULT 0,
    role TEXT NOT NULL CHECK (role IN ('operator', 'supervisor', 'admin')),
    created_at INTEGER NOT NULL,
    disabled_at INTEGER
) STRICT;

-- The cookie's secret is known by its hash and changes now and then; the one before is good for a moment, for requests under way.
CREATE TABLE operator_sessions (
    id INTEGER PRIMARY KEY,
    operator_name TEXT NOT NULL REFERENCES operators (name),
    secret_hash TEXT NOT NULL UNIQUE,
    former_hash TEXT,
    started_at INTEGER NOT NULL,
    renewed_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX operator_sessions_of ON operator_sessions (operator_name);
CREATE INDEX operator_sessions_former ON operator_sessions (former_hash) WHERE former_hash IS NOT NULL;
