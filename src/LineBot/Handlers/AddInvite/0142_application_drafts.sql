-- An application that is being filled in: kept for whoever closes the page half-way, and gone once it is sent or the time is over.
-- The owner is the LINE account where the page knows it, else the hash of a cookie. The form is JSON, as typed; a password is here as its hash alone.
-- The request is another after every change, so that what is sent is what was reviewed.
CREATE TABLE application_drafts (
    owner TEXT PRIMARY KEY,
    line_user_id TEXT REFERENCES line_accounts (line_user_id),
    request_id TEXT NOT NULL,
    form TEXT NOT NULL,
    password_hash TEXT,
    kept_until INTEGER NOT NULL
) STRICT;
CREATE INDEX application_drafts_by_age ON application_drafts (kept_until);
CREATE INDEX application_drafts_of_account ON application_drafts (line_user_id);
