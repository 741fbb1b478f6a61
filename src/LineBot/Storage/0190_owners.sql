-- The node in whose lane a waiting row waits. Null where one process has the store, and for what no node has taken up yet.
ALTER TABLE inbox ADD COLUMN owner INTEGER;
ALTER TABLE outbox ADD COLUMN owner INTEGER;

-- What only nodes that share a store look for: what else of a chat waits, and a number of their own.
--postgres CREATE INDEX inbox_lane ON inbox (chat_id) WHERE status = 0;
--postgres CREATE INDEX outbox_lane ON outbox (chat_id) WHERE status = 0;
--postgres CREATE SEQUENCE node_ids;
