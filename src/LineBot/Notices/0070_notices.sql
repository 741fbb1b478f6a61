-- What customers were told without having asked, once a cause. messages is there only while the notice is held until the morning.
CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    line_user_id TEXT NOT NULL,
    cause TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('held', 'told', 'switched-off', 'unreachable', 'over-budget')),
    messages BLOB,
    decided_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    UNIQUE (line_user_id, cause)
) STRICT;
CREATE INDEX notices_held ON notices (due_at) WHERE state = 'held';
CREATE INDEX notices_settled ON notices (decided_at) WHERE state <> 'held';

-- What a customer wants to hear of; without a row, everything at the usual levels. Lists are separated by commas.
CREATE TABLE notice_settings (
    line_user_id TEXT PRIMARY KEY,
    switched_off TEXT NOT NULL DEFAULT '',
    low_levels TEXT NOT NULL DEFAULT '20'
) STRICT;

-- How many notices were not told because the month's budget was used, for operators.
CREATE TABLE notice_drops (
    month TEXT NOT NULL,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (month, kind)
) STRICT;
