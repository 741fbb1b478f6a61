-- One row an event, stored before LINE gets its 200. status: 0 waiting, 1 done, 2 set aside after repeated failure.
CREATE TABLE inbox (
    seq INTEGER PRIMARY KEY,
    webhook_event_id TEXT NOT NULL UNIQUE,
    chat_id TEXT NOT NULL,
    type TEXT NOT NULL,
    payload BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    status INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    last_error TEXT,
    settled_at INTEGER
) STRICT;
CREATE INDEX inbox_waiting ON inbox (seq) WHERE status = 0;
CREATE INDEX inbox_set_aside ON inbox (seq) WHERE status = 2;
CREATE INDEX inbox_settled ON inbox (settled_at) WHERE status = 1;

-- Signed bodies that could not be read, kept for a look; the oldest make room.
CREATE TABLE unreadable_webhooks (
    id INTEGER PRIMARY KEY,
    received_at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT;
