-- The keys that protect cookies and forms, where the store is shared by several nodes. Beside a store that is a file they lie as files.
CREATE TABLE web_keys (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    xml TEXT NOT NULL
) STRICT;
