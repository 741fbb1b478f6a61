-- What a contract owes for one Japanese month, closed once and never changed. Names are kept as they were, whatever the catalogue says later.
CREATE TABLE bills (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contracts (id),
    month TEXT NOT NULL,
    yen INTEGER NOT NULL CHECK (yen >= 0),
    closed_at INTEGER NOT NULL,
    told_at INTEGER,
    UNIQUE (contract_id, month)
) STRICT;
CREATE INDEX bills_untold ON bills (month, id) WHERE told_at IS NULL;

-- The lines add up to the bill; a credit is negative.
-- day: of a top-up, when it was bought; of a plan's first month that is charged by its days, the first of them.
CREATE TABLE bill_lines (
    bill_id INTEGER NOT NULL REFERENCES bills (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('plan', 'option', 'top-up', 'credit')),
    subscription_id INTEGER REFERENCES subscriptions (id),
    name_ja TEXT NOT NULL,
    name_en TEXT NOT NULL,
    day TEXT,
    yen INTEGER NOT NULL,
    PRIMARY KEY (bill_id, position)
) STRICT;
