-- Makes what seed.sql has filled last month's, with some of it used, so that this month is still to be turned.
--   sqlite3 linebot.db ".read tests/LineBot.Benchmarks/Load/last-month.sql"
BEGIN;
UPDATE data_parts SET from_day = date(from_day, '-1 month'), last_day = date(from_day, '-1 day'), left_kb = 4000000;
UPDATE data_entries SET day = date(day, '-1 month');
INSERT INTO data_entries (part_id, day, reason, kb, booked_at) SELECT id, date(from_day, '+14 days'), 'used', -2000000, 0 FROM data_parts;
INSERT INTO usage_days (subscription_id, day, used_kb) SELECT subscription_id, date(from_day, '+14 days'), 2000000 FROM data_parts;
COMMIT;
