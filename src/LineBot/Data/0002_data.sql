-- A part is one grant of data to one subscription, usable from the start of from_day to the end of last_day.
-- left_kb is the sum of the part's entries; volume_kb is the sum of those that are not usage. Both are kept so that a look costs one row.
-- from_used_kb: how much of from_day's usage had been reported when the part came. That usage is older than the part and never charged to it.
-- source_id: of a carry-over, the plan part whose rest it holds.
CREATE TABLE data_parts (
    id INTEGER PRIMARY KEY,
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
    kind TEXT NOT NULL CHECK (kind IN ('carry-over', 'present', 'plan', 'top-up')),
    from_day TEXT NOT NULL,
    from_used_kb INTEGER NOT NULL CHECK (from_used_kb >= 0),
    last_day TEXT NOT NULL CHECK (last_day >= from_day),
    source_id INTEGER REFERENCES data_parts (id),
    volume_kb INTEGER NOT NULL DEFAULT 0 CHECK (volume_kb >= 0),
    left_kb INTEGER NOT NULL DEFAULT 0 CHECK (left_kb >= 0)
) STRICT;
CREATE INDEX data_parts_of_subscription ON data_parts (subscription_id, last_day);
-- A month is granted once, however often it is turned.
CREATE UNIQUE INDEX data_parts_of_month ON data_parts (subscription_id, kind, from_day) WHERE kind IN ('carry-over', 'plan');

-- request_id comes from the confirmation that was shown: however often its button is tapped, there is one present.
CREATE TABLE data_presents (
    id INTEGER PRIMARY KEY,
    giver_id INTEGER NOT NULL REFERENCES subscriptions (id),
    request_id TEXT NOT NULL,
    receiver_id INTEGER NOT NULL REFERENCES subscriptions (id),
    kb INTEGER NOT NULL CHECK (kb > 0),
    given_at INTEGER NOT NULL,
    UNIQUE (giver_id, request_id),
    CHECK (giver_id <> receiver_id)
) STRICT;
CREATE INDEX data_presents_of_giver ON data_presents (giver_id, receiver_id, given_at);
CREATE INDEX data_presents_of_receiver ON data_presents (receiver_id, given_at);

CREATE TABLE data_top_ups (
    id INTEGER PRIMARY KEY,
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
    request_id TEXT NOT NULL,
    kb INTEGER NOT NULL CHECK (kb > 0),
    yen INTEGER NOT NULL CHECK (yen >= 0),
    bought_at INTEGER NOT NULL,
    UNIQUE (subscription_id, request_id)
) STRICT;

-- Why a part holds what it holds. Only ever added to: a correction is one more entry.
-- day is the Japanese day for which the entry counts; booked_at is when it became known.
CREATE TABLE data_entries (
    id INTEGER PRIMARY KEY,
    part_id INTEGER NOT NULL REFERENCES data_parts (id),
    day TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('granted', 'used', 'carried', 'given', 'received', 'returned', 'bought')),
    kb INTEGER NOT NULL CHECK (kb <> 0),
    present_id INTEGER REFERENCES data_presents (id),
    top_up_id INTEGER REFERENCES data_top_ups (id),
    booked_at INTEGER NOT NULL
) STRICT;
CREATE INDEX data_entries_of_part ON data_entries (part_id, day);

-- As the network reported it, word for word. Of one day and sequence the highest revision counts.
CREATE TABLE usage_reports (
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
    day TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    used_kb INTEGER NOT NULL CHECK (used_kb >= 0),
    reported_at INTEGER NOT NULL,
    PRIMARY KEY (subscription_id, day, sequence, revision)
) STRICT, WITHOUT ROWID;

-- The sum of a day's reports, and how much of it no part covered: that went over the slowed connection.
-- Without rowid, a subscription's days stand side by side although they come in day by day, so that a look at a week costs one page.
CREATE TABLE usage_days (
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
    day TEXT NOT NULL,
    used_kb INTEGER NOT NULL CHECK (used_kb >= 0),
    slow_kb INTEGER NOT NULL DEFAULT 0 CHECK (slow_kb >= 0),
    PRIMARY KEY (subscription_id, day)
) STRICT, WITHOUT ROWID;
