-- Which way a sent message went: reply is free of charge, push is counted. Null for menus, and for what was sent before this was noted.
ALTER TABLE outbox ADD COLUMN went_by TEXT CHECK (went_by IN ('reply', 'push'));
