-- How often somebody tried to guess, by whom or at what, in a window of time. Subjects are hashed: what was typed may be a secret.
CREATE TABLE attempts (
    kind TEXT NOT NULL,
    subject_hash TEXT NOT NULL,
    tries INTEGER NOT NULL,
    window_ends_at INTEGER NOT NULL,
    PRIMARY KEY (kind, subject_hash)
) STRICT;
CREATE INDEX attempts_by_end ON attempts (window_ends_at);
