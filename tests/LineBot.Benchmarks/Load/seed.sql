-- Fills an empty, migrated store with :n customers, each with one contract, one subscription, a user link and a month of data.
-- Their LINE accounts are those that the load generator writes as.
--   sqlite3 linebot.db -cmd ".parameter set :n 1000" ".read tests/LineBot.Benchmarks/Load/seed.sql"
PRAGMA synchronous = OFF;
PRAGMA foreign_keys = OFF;
BEGIN;
INSERT INTO plans (id, name_ja, name_en, data_kb, has_voice, monthly_yen, position) VALUES ('load', '6GB', '6 GB', 6000000, 1, 2420, 1)
ON CONFLICT DO NOTHING;
CREATE TEMP TABLE numbers (n INTEGER PRIMARY KEY);
INSERT INTO numbers WITH RECURSIVE c(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n + 1 < :n) SELECT n FROM c;
CREATE TEMP TABLE today AS SELECT strftime('%Y-%m-%d', 'now', '+9 hours') AS day, strftime('%Y-%m-01', 'now', '+9 hours') AS first,
    date(strftime('%Y-%m-01', 'now', '+9 hours'), '+1 month', '-1 day') AS last;
INSERT INTO line_accounts (line_user_id, display_name, created_at)
SELECT printf('U%010d%022d', n * 2654435761 % 10000000000, n), '客' || n, 0 FROM numbers;
INSERT INTO contracts (id, login_id, password_hash, holder_name, holder_kana, birth_date, created_at)
SELECT n + 1000, 'load' || n || '@example.jp', 'none', '客' || n, 'キャク', '1990-01-01', 0 FROM numbers;
INSERT INTO subscriptions (id, contract_id, phone_number, user_name, plan_id, activated_at)
SELECT n + 1000, n + 1000, printf('070-%04d-%04d', n / 10000, n % 10000), '客' || n, 'load', 0 FROM numbers;
INSERT INTO user_links (subscription_id, line_user_id, linked_at)
SELECT n + 1000, printf('U%010d%022d', n * 2654435761 % 10000000000, n), 0 FROM numbers;
INSERT INTO data_parts (id, subscription_id, kind, from_day, from_used_kb, last_day, volume_kb, left_kb)
SELECT n + 1000, n + 1000, 'plan', first, 0, last, 6000000, 6000000 FROM numbers, today;
INSERT INTO data_entries (part_id, day, reason, kb, booked_at) SELECT n + 1000, first, 'granted', 6000000, 0 FROM numbers, today;
COMMIT;
