-- An inquiry waits (open, taken_by null), is with an operator (open, taken_by set) or is closed.
-- closed_by stays null where nobody closed it: it had been idle too long. active_at is when either side last said something.
-- reply_token is what the newest message that got no answer of its own left unspent: an operator's answer goes out with it for free.
ALTER TABLE inquiries ADD COLUMN taken_by TEXT;
ALTER TABLE inquiries ADD COLUMN taken_at INTEGER;
ALTER TABLE inquiries ADD COLUMN first_taken_at INTEGER;
ALTER TABLE inquiries ADD COLUMN active_at INTEGER;
ALTER TABLE inquiries ADD COLUMN reply_token TEXT;
ALTER TABLE inquiries ADD COLUMN reply_token_until INTEGER;
ALTER TABLE inquiries ADD COLUMN score INTEGER CHECK (score BETWEEN 1 AND 5);
ALTER TABLE inquiries ADD COLUMN score_reason TEXT;
CREATE INDEX inquiries_queue ON inquiries (opened_at, id) WHERE closed_at IS NULL AND taken_by IS NULL;
CREATE INDEX inquiries_with ON inquiries (taken_by) WHERE closed_at IS NULL;
CREATE INDEX inquiries_first_taken ON inquiries (first_taken_at);
CREATE INDEX inquiries_closed ON inquiries (closed_at);

-- Which row of the outbox carried an operator's answer: it says whether the answer arrived, and which way it went.
ALTER TABLE inquiry_messages ADD COLUMN outbox_id INTEGER;

-- What operators tell each other. A customer never sees it.
CREATE TABLE inquiry_notes (
    id INTEGER PRIMARY KEY,
    inquiry_id INTEGER NOT NULL REFERENCES inquiries (id),
    operator_name TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX inquiry_notes_of_inquiry ON inquiry_notes (inquiry_id, id);

-- What a customer asked the automatic answerer, masked, and what came of it. inquiry_id is set once it was handed over to people.
-- articles: one shown article a line, its id, a tab and its title at that time.
CREATE TABLE inquiry_questions (
    id INTEGER PRIMARY KEY,
    line_user_id TEXT NOT NULL REFERENCES line_accounts (line_user_id),
    inquiry_id INTEGER REFERENCES inquiries (id),
    asked TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('sure', 'unsure', 'none')),
    articles TEXT NOT NULL DEFAULT '',
    outcome TEXT CHECK (outcome IN ('helped', 'not-in-here', 'asked-again', 'handed-over')),
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX inquiry_questions_of_account ON inquiry_questions (line_user_id, id);
CREATE INDEX inquiry_questions_of_inquiry ON inquiry_questions (inquiry_id);
CREATE INDEX inquiry_questions_at ON inquiry_questions (at);
