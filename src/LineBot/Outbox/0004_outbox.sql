-- What has to reach LINE, in order per chat. status: 0 waiting, 1 sent, 2 expired, 3 refused by LINE.
-- tried_at is set before LINE could have seen it, so that after a crash an answer that may have been heard is known from one that was not.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    webhook_event_id TEXT,
    chat_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('reply', 'push', 'menu')),
    reply_token TEXT,
    token_until INTEGER,
    messages BLOB NOT NULL,
    retry_key TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    status INTEGER NOT NULL DEFAULT 0,
    tried_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    last_error TEXT,
    settled_at INTEGER
) STRICT;
CREATE INDEX outbox_waiting ON outbox (id) WHERE status = 0;
CREATE INDEX outbox_settled ON outbox (settled_at) WHERE status <> 0;
