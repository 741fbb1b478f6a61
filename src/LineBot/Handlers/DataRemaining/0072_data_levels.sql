-- The lowest of the levels 50, 30, 20, 10 and 0 % that what is left has reached; without a row, none. Told is what falls to a lower one.
CREATE TABLE data_bands (
    subscription_id INTEGER PRIMARY KEY REFERENCES subscriptions (id),
    percent INTEGER NOT NULL
) STRICT;

-- How far the rounds over the ledger have come: the last entry looked at, or the last subscription of a month.
CREATE TABLE data_rounds (
    name TEXT PRIMARY KEY,
    position INTEGER NOT NULL
) STRICT;
