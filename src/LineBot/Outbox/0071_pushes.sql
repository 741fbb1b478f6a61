-- What counts against LINE's monthly quota, by Japanese month: pushes as they are stored, and answers that went by push.
CREATE TABLE push_months (
    month TEXT PRIMARY KEY,
    pushes INTEGER NOT NULL
) STRICT;
