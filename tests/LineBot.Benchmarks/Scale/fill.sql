-- Fills an empty store as ScaleStore runs it, in words that both engines take. {customers} customers, each with a contract, a subscription,
-- both links and a closed bill; the month before this one with a part of data, a week of usage and its entries; this month, turned for all but
-- the last {work}; and {past} events that were settled long enough ago to be forgotten.
CREATE TEMP TABLE numbers (n BIGINT PRIMARY KEY);
INSERT INTO numbers WITH RECURSIVE c(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n + 1 < {customers}) SELECT n FROM c;
CREATE TEMP TABLE days (day TEXT PRIMARY KEY, place BIGINT);
INSERT INTO days VALUES ('{month}11', 1), ('{month}12', 2), ('{month}13', 3), ('{month}14', 4), ('{month}15', 5), ('{month}16', 6), ('{month}17', 7);

INSERT INTO plans (id, name_ja, name_en, data_kb, has_voice, monthly_yen, position) VALUES ('load', '6GB', '6 GB', 6000000, 1, 2420, 1);
INSERT INTO line_accounts (line_user_id, display_name, created_at) SELECT {user}, '客' || n, 0 FROM numbers;
INSERT INTO contracts (id, login_id, password_hash, holder_name, holder_kana, birth_date, created_at)
SELECT n + 1000, 'load' || n || '@example.jp', 'none', '客' || n, 'キャク', '1990-01-01', 0 FROM numbers;
INSERT INTO subscriptions (id, contract_id, phone_number, user_name, plan_id, activated_at)
SELECT n + 1000, n + 1000, '070-' || SUBSTR(CAST(10000 + n / 10000 AS TEXT), 2) || '-' || SUBSTR(CAST(10000 + n % 10000 AS TEXT), 2), '客' || n, 'load', 0
FROM numbers;
INSERT INTO subscription_plans (subscription_id, from_month, plan_id) SELECT n + 1000, '0001-01-01', 'load' FROM numbers;
INSERT INTO contractor_links (contract_id, line_user_id, linked_at) SELECT n + 1000, {user}, 0 FROM numbers;
INSERT INTO user_links (subscription_id, line_user_id, linked_at) SELECT n + 1000, {user}, 0 FROM numbers;
INSERT INTO bills (id, contract_id, month, yen, closed_at, told_at) SELECT n + 1000, n + 1000, '{month}01', 2420, {now}, {now} FROM numbers;
INSERT INTO bill_lines (bill_id, position, kind, subscription_id, name_ja, name_en, yen)
SELECT n + 1000, 0, 'plan', n + 1000, '6GB', '6 GB', 2420 FROM numbers;

INSERT INTO data_parts (id, subscription_id, kind, from_day, from_used_kb, last_day, volume_kb, left_kb)
SELECT n + 1000, n + 1000, 'plan', '{month}01', 0, '{last_day}', 6000000, 6000000 - (SELECT SUM({used}) FROM days) FROM numbers;
INSERT INTO data_entries (part_id, day, reason, kb, booked_at) SELECT n + 1000, '{month}01', 'granted', 6000000, 0 FROM numbers;
INSERT INTO data_entries (part_id, day, reason, kb, booked_at) SELECT n + 1000, day, 'used', -({used}), 0 FROM days CROSS JOIN numbers ORDER BY day, n;
INSERT INTO usage_reports (subscription_id, day, sequence, revision, used_kb, reported_at)
SELECT n + 1000, day, 1, 0, {used}, 0 FROM days CROSS JOIN numbers ORDER BY day, n;
INSERT INTO usage_days (subscription_id, day, used_kb) SELECT n + 1000, day, {used} FROM days CROSS JOIN numbers ORDER BY day, n;

INSERT INTO data_parts (id, subscription_id, kind, from_day, from_used_kb, last_day, source_id, volume_kb, left_kb)
SELECT {customers} + 1000 + 2 * n, n + 1000, 'carry-over', '{this_month}', 0, '{this_last_day}', n + 1000, left_kb, left_kb
FROM numbers JOIN data_parts ON id = n + 1000 WHERE n < {customers} - {work};
INSERT INTO data_parts (id, subscription_id, kind, from_day, from_used_kb, last_day, volume_kb, left_kb)
SELECT {customers} + 1001 + 2 * n, n + 1000, 'plan', '{this_month}', 0, '{this_last_day}', 6000000, 6000000 FROM numbers WHERE n < {customers} - {work};
INSERT INTO data_entries (part_id, day, reason, kb, booked_at)
SELECT source_id, from_day, 'carried', -left_kb, 0 FROM data_parts WHERE kind = 'carry-over' ORDER BY id;
INSERT INTO data_entries (part_id, day, reason, kb, booked_at)
SELECT id, from_day, CASE kind WHEN 'plan' THEN 'granted' ELSE 'carried' END, left_kb, 0 FROM data_parts WHERE id >= {customers} + 1000 ORDER BY id;
UPDATE data_parts SET volume_kb = volume_kb - left_kb, left_kb = 0 WHERE id < {customers} - {work} + 1000;

-- Ids that grow with time, as LINE's do. A tap's payload is kept as long as its event.
INSERT INTO inbox (seq, webhook_event_id, chat_id, type, payload, received_at, status, settled_at)
WITH RECURSIVE e(n, number) AS (
    SELECT CAST(0 AS BIGINT), CAST(1 AS BIGINT) WHERE {past} > 0
    UNION ALL SELECT (number * 7919) % {customers}, number + 1 FROM e WHERE number < {past})
SELECT number, '01K' || CAST(100000000000000000 + number AS TEXT), {user}, 'postback', {blob}
    '{"type":"postback","postback":{"data":"data-remaining@1"},"webhookEventId":"01K' || number || '","deliveryContext":{"isRedelivery":false},"timestamp":'
    || ({long_ago} + number) || ',"source":{"type":"user","userId":"' || {user} || '"},"replyToken":"0123456789abcdef0123456789abcdef","mode":"active"}'
    {/blob}, {long_ago} + number, 1, {long_ago} + number
FROM e;
