-- One talk between a customer and the people of the company. waiting_since is set while the last word is the customer's.
CREATE TABLE inquiries (
    id INTEGER PRIMARY KEY,
    line_user_id TEXT NOT NULL REFERENCES line_accounts (line_user_id),
    opened_at INTEGER NOT NULL,
    waiting_since INTEGER,
    closed_at INTEGER,
    closed_by TEXT CHECK (closed_by IN ('customer', 'operator'))
) STRICT;
CREATE UNIQUE INDEX inquiries_open ON inquiries (line_user_id) WHERE closed_at IS NULL;
CREATE INDEX inquiries_waiting ON inquiries (waiting_since) WHERE closed_at IS NULL;

-- Text is masked before it gets here. An unsent message keeps its place and loses its text.
CREATE TABLE inquiry_messages (
    id INTEGER PRIMARY KEY,
    inquiry_id INTEGER NOT NULL REFERENCES inquiries (id),
    author TEXT NOT NULL CHECK (author IN ('customer', 'operator')),
    operator_name TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'sticker', 'image', 'video', 'audio', 'file', 'location', 'other')),
    text TEXT NOT NULL,
    line_message_id TEXT UNIQUE,
    at INTEGER NOT NULL,
    unsent_at INTEGER
) STRICT;
CREATE INDEX inquiry_messages_of_inquiry ON inquiry_messages (inquiry_id, id);
