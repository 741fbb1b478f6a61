-- One row that /health/ready rewrites: whether a write reaches the disk shows only when something is written.
CREATE TABLE probe (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    written_at INTEGER NOT NULL
) STRICT;
