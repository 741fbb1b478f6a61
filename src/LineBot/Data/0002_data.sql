-- One row a grant of data. What is left of it only ever falls, and never below zero.
CREATE TABLE data_parts (
    id INTEGER PRIMARY KEY,
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
    kind TEXT NOT NULL CHECK (kind IN ('carry-over', 'present', 'plan', 'top-up')),
    granted_kb INTEGER NOT NULL CHECK (granted_kb >= 0),
    left_kb INTEGER NOT NULL CHECK (left_kb >= 0),
    granted_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX data_parts_of_subscription ON data_parts (subscription_id, expires_at);

-- As reported by the network; a report is known by its day and sequence number.
CREATE TABLE usage_reports (
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
    day TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    used_kb INTEGER NOT NULL CHECK (used_kb >= 0),
    reported_at INTEGER NOT NULL,
    PRIMARY KEY (subscription_id, day, sequence)
) STRICT;

-- request_id comes from the confirmation that was shown: however often its button is tapped, there is one present.
CREATE TABLE data_presents (
    id INTEGER PRIMARY KEY,
    request_id TEXT NOT NULL UNIQUE,
    giver_id INTEGER NOT NULL REFERENCES subscriptions (id),
    receiver_id INTEGER NOT NULL REFERENCES subscriptions (id),
    kb INTEGER NOT NULL CHECK (kb > 0),
    given_at INTEGER NOT NULL
) STRICT;
CREATE INDEX data_presents_of_giver ON data_presents (giver_id, receiver_id, given_at);
