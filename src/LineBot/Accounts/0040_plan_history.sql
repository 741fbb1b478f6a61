-- Which plan was in force from which month on, and which options a subscription had once: what bills are made of.
-- A subscription from before this table had its plan of then since the beginning, as far as the store knows.
CREATE TABLE subscription_plans (
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
    from_month TEXT NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plans (id),
    PRIMARY KEY (subscription_id, from_month)
) STRICT;
INSERT INTO subscription_plans (subscription_id, from_month, plan_id) SELECT id, '0001-01-01', plan_id FROM subscriptions;

CREATE TABLE ended_options (
    id INTEGER PRIMARY KEY,
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
    option_id TEXT NOT NULL REFERENCES options (id),
    since INTEGER NOT NULL,
    ended_at INTEGER NOT NULL
) STRICT;
CREATE INDEX ended_options_of_subscription ON ended_options (subscription_id, ended_at);
