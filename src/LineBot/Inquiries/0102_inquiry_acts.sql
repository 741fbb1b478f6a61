-- By it a question that its author takes back is found and emptied.
ALTER TABLE inquiry_questions ADD COLUMN line_message_id TEXT;
CREATE INDEX inquiry_questions_by_line_message ON inquiry_questions (line_message_id);

-- An act that an operator proposes and the customer confirms by a tap, once and in time. seen is what the act was offered upon:
-- when the user code was issued; it is not done upon anything else.
CREATE TABLE inquiry_proposals (
    id INTEGER PRIMARY KEY,
    inquiry_id INTEGER NOT NULL REFERENCES inquiries (id),
    kind TEXT NOT NULL CHECK (kind IN ('reissue-code', 'undo-user-link', 'undo-contractor-link', 'top-up')),
    contract_id INTEGER REFERENCES contracts (id),
    subscription_id INTEGER REFERENCES subscriptions (id),
    mb INTEGER,
    yen INTEGER,
    seen INTEGER,
    proposed_by TEXT NOT NULL,
    proposed_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'declined', 'refused')),
    settled_at INTEGER
) STRICT;
CREATE INDEX inquiry_proposals_of_inquiry ON inquiry_proposals (inquiry_id, id);

-- What came with a message: a picture, a video, a sound, a file. The bytes are fetched from LINE afterwards, and kept for a while.
CREATE TABLE inquiry_attachments (
    message_id INTEGER PRIMARY KEY REFERENCES inquiry_messages (id),
    line_message_id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'kept', 'too-large', 'gone', 'failed', 'removed')),
    tries INTEGER NOT NULL DEFAULT 0,
    next_try_at INTEGER,
    content_type TEXT,
    size INTEGER,
    kept_at INTEGER
) STRICT;
CREATE INDEX inquiry_attachments_due ON inquiry_attachments (next_try_at) WHERE state = 'waiting';
CREATE INDEX inquiry_attachments_kept ON inquiry_attachments (kept_at) WHERE state = 'kept';
CREATE TABLE inquiry_contents (
    message_id INTEGER PRIMARY KEY REFERENCES inquiry_attachments (message_id),
    bytes BLOB NOT NULL
) STRICT;
