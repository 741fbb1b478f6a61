-- Sign-in links and sessions, for My Page and for pages of those who hold no contract. They live for minutes and hours:
-- whoever was signed in with the former tables signs in once more.
DROP TABLE sign_in_links;
DROP TABLE web_sessions;

-- destination: the name of one of our pages, never an address. No contract: the link reaches what a user link opens, and nothing else.
CREATE TABLE sign_in_links (
    token_hash TEXT PRIMARY KEY,
    line_user_id TEXT NOT NULL,
    destination TEXT NOT NULL,
    contract_id INTEGER REFERENCES contracts (id),
    subscription_id INTEGER REFERENCES subscriptions (id),
    issued_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    spent_at INTEGER
) STRICT;
CREATE INDEX sign_in_links_by_end ON sign_in_links (expires_at);

-- device: what the browser said it is, roughly, for the customer to recognise.
CREATE TABLE web_sessions (
    id INTEGER PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    line_user_id TEXT NOT NULL,
    contract_id INTEGER REFERENCES contracts (id),
    device TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX web_sessions_of_account ON web_sessions (line_user_id, started_at);
CREATE INDEX web_sessions_by_start ON web_sessions (started_at);
