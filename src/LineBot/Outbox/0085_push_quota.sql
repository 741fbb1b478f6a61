-- Since when LINE refuses pushes because its monthly quota is used; null while it takes them.
ALTER TABLE push_months ADD COLUMN quota_reached_at INTEGER;
