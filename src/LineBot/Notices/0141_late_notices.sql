-- A held notice can be of no help any more when its morning comes: late_from says from when on, and it is not told then.
CREATE TABLE notices_anew (
    id INTEGER PRIMARY KEY,
    line_user_id TEXT NOT NULL,
    cause TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('held', 'told', 'switched-off', 'unreachable', 'over-budget', 'late')),
    messages BLOB,
    decided_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    late_from INTEGER,
    UNIQUE (line_user_id, cause)
) STRICT;
INSERT INTO notices_anew (id, line_user_id, cause, kind, state, messages, decided_at, due_at)
SELECT id, line_user_id, cause, kind, state, messages, decided_at, due_at FROM notices;
DROP TABLE notices;
ALTER TABLE notices_anew RENAME TO notices;
CREATE INDEX notices_held ON notices (due_at) WHERE state = 'held';
CREATE INDEX notices_settled ON notices (decided_at) WHERE state <> 'held';
