-- For whom LINE issued a link token. Tokens and nonces are kept as hashes.
CREATE TABLE link_tokens (
    token_hash TEXT PRIMARY KEY,
    line_user_id TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX link_tokens_by_end ON link_tokens (expires_at);

-- A right sign-in on its way through LINE. displaces: the account that loses the contract by it, to which the customer has to agree.
CREATE TABLE link_nonces (
    nonce_hash TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL,
    line_user_id TEXT NOT NULL,
    contract_id INTEGER NOT NULL REFERENCES contracts (id),
    displaces TEXT,
    is_agreed INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE INDEX link_nonces_by_end ON link_nonces (expires_at);
