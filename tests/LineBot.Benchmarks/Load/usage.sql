-- Writes ten days of usage for everybody in a store, a day after the other, so that each subscription's rows lie far apart.
-- To be run from the 10th of a month on: the days before are then of the month that seed.sql has filled.
--   sqlite3 linebot.db ".read tests/LineBot.Benchmarks/Load/usage.sql" > usage.csv
.mode csv
.headers on
WITH RECURSIVE ago(days) AS (SELECT 9 UNION ALL SELECT days - 1 FROM ago WHERE days > 0)
SELECT phone_number AS subscription, date('now', '+9 hours', '-' || days || ' days') AS day, 1 AS sequence, abs(random()) % 300000 AS used_kb
FROM ago CROSS JOIN subscriptions;
