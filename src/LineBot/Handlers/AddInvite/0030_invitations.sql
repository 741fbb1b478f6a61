-- One row an invitation link. One issue a day and account; the first application that is not declined uses it up.
CREATE TABLE invitations (
    code TEXT PRIMARY KEY,
    line_user_id TEXT NOT NULL REFERENCES line_accounts (line_user_id),
    issued_on TEXT NOT NULL,
    issued_at INTEGER NOT NULL,
    UNIQUE (line_user_id, issued_on)
) STRICT;
