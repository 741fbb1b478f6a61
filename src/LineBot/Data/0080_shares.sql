-- A present that waits behind a link. What it holds has left the giver already: its entries name the share.
-- request_id comes from the confirmation that was shown: however often its button is tapped, there is one share.
-- state is decided once, by whoever first moves it away from 'waiting'.
CREATE TABLE data_shares (
    id INTEGER PRIMARY KEY,
    giver_id INTEGER NOT NULL REFERENCES subscriptions (id),
    request_id TEXT NOT NULL,
    code_hash TEXT NOT NULL UNIQUE,
    kb INTEGER NOT NULL CHECK (kb > 0),
    shared_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'claimed', 'returned', 'cancelled')),
    settled_at INTEGER,
    present_id INTEGER UNIQUE REFERENCES data_presents (id),
    UNIQUE (giver_id, request_id)
) STRICT;
CREATE INDEX data_shares_waiting ON data_shares (expires_at) WHERE state = 'waiting';
CREATE INDEX data_shares_of_giver ON data_shares (giver_id, shared_at);

-- from_used_kb: of what came back, how much of its day's usage is older and not charged to it.
ALTER TABLE data_entries ADD COLUMN share_id INTEGER REFERENCES data_shares (id);
ALTER TABLE data_entries ADD COLUMN from_used_kb INTEGER;
CREATE INDEX data_entries_of_share ON data_entries (share_id) WHERE share_id IS NOT NULL;
CREATE INDEX data_entries_returned ON data_entries (part_id, day) WHERE reason = 'returned';

-- A wish for data, once a day and person.
CREATE TABLE data_asks (
    id INTEGER PRIMARY KEY,
    asker_id INTEGER NOT NULL REFERENCES subscriptions (id),
    asked_id INTEGER NOT NULL REFERENCES subscriptions (id),
    day TEXT NOT NULL,
    kb INTEGER NOT NULL CHECK (kb > 0),
    asked_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    answer TEXT CHECK (answer IN ('given', 'declined')),
    answered_at INTEGER,
    UNIQUE (asker_id, asked_id, day),
    CHECK (asker_id <> asked_id)
) STRICT;
