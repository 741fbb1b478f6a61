-- The one-time links that My Page is opened with, and the visits that they open. Tokens are kept as hashes.
CREATE TABLE sign_in_links (
    token_hash TEXT PRIMARY KEY,
    line_user_id TEXT NOT NULL,
    contract_id INTEGER NOT NULL REFERENCES contracts (id),
    issued_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    spent_at INTEGER
) STRICT;
CREATE INDEX sign_in_links_by_end ON sign_in_links (expires_at);

CREATE TABLE web_sessions (
    id_hash TEXT PRIMARY KEY,
    line_user_id TEXT NOT NULL,
    contract_id INTEGER NOT NULL REFERENCES contracts (id),
    started_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX web_sessions_of_account ON web_sessions (line_user_id, started_at);
CREATE INDEX web_sessions_by_start ON web_sessions (started_at);
