-- From whose talk the page was opened. Looking at one spends nothing: it says who is told, and opens nothing. Tokens are kept as hashes.
CREATE TABLE age_links (
    token_hash TEXT PRIMARY KEY,
    line_user_id TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX age_links_by_end ON age_links (expires_at);
