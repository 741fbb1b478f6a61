-- Instants are milliseconds since 1970-01-01 UTC; days are Japanese, written 2026-11-30; money is whole yen; data is KB (1 GB = 1,000,000 KB).

CREATE TABLE line_accounts (
    line_user_id TEXT PRIMARY KEY,
    display_name TEXT,
    language TEXT NOT NULL DEFAULT 'ja',
    is_friend INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    expects_action TEXT,
    expects_until INTEGER
) STRICT;

CREATE TABLE plans (
    id TEXT PRIMARY KEY,
    name_ja TEXT NOT NULL,
    name_en TEXT NOT NULL,
    data_kb INTEGER NOT NULL CHECK (data_kb >= 0),
    has_voice INTEGER NOT NULL,
    monthly_yen INTEGER NOT NULL,
    is_offered INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE options (
    id TEXT PRIMARY KEY,
    name_ja TEXT NOT NULL,
    name_en TEXT NOT NULL,
    monthly_yen INTEGER NOT NULL,
    is_offered INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE contracts (
    id INTEGER PRIMARY KEY,
    login_id TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    holder_name TEXT NOT NULL,
    holder_kana TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    postal_code TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;

CREATE TABLE subscriptions (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contracts (id),
    phone_number TEXT NOT NULL UNIQUE,
    user_name TEXT NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plans (id),
    next_plan_id TEXT REFERENCES plans (id),
    activated_at INTEGER NOT NULL,
    ended_at INTEGER,
    age_verified_at INTEGER
) STRICT;
CREATE INDEX subscriptions_of_contract ON subscriptions (contract_id);

CREATE TABLE subscription_options (
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
    option_id TEXT NOT NULL REFERENCES options (id),
    since INTEGER NOT NULL,
    PRIMARY KEY (subscription_id, option_id)
) STRICT;

-- One contract has one LINE account; one LINE account may have many contracts.
CREATE TABLE contractor_links (
    contract_id INTEGER PRIMARY KEY REFERENCES contracts (id),
    line_user_id TEXT NOT NULL REFERENCES line_accounts (line_user_id),
    linked_at INTEGER NOT NULL
) STRICT;
CREATE INDEX contractor_links_of_account ON contractor_links (line_user_id);

-- One subscription has one LINE account; one LINE account has one subscription.
CREATE TABLE user_links (
    subscription_id INTEGER PRIMARY KEY REFERENCES subscriptions (id),
    line_user_id TEXT NOT NULL UNIQUE REFERENCES line_accounts (line_user_id),
    linked_at INTEGER NOT NULL
) STRICT;

-- The newest row of a subscription is its code; older ones are kept so that a used or replaced code can be explained.
CREATE TABLE user_codes (
    code TEXT PRIMARY KEY,
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
    issued_at INTEGER NOT NULL,
    spent_at INTEGER,
    spent_on TEXT CHECK (spent_on IN ('user-link', 'age-verification')),
    replaced_at INTEGER
) STRICT;
CREATE UNIQUE INDEX user_codes_valid ON user_codes (subscription_id) WHERE replaced_at IS NULL;

CREATE TABLE campaigns (
    id TEXT PRIMARY KEY,
    name_ja TEXT NOT NULL,
    name_en TEXT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('points', 'balance')),
    amount INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL
) STRICT;

CREATE TABLE campaign_rewards (
    id INTEGER PRIMARY KEY,
    campaign_id TEXT NOT NULL REFERENCES campaigns (id),
    contract_id INTEGER NOT NULL REFERENCES contracts (id),
    state TEXT NOT NULL CHECK (state IN ('enrolled', 'granted', 'forfeited')),
    enrolled_at INTEGER NOT NULL,
    grant_on TEXT NOT NULL,
    settled_at INTEGER,
    UNIQUE (campaign_id, contract_id)
) STRICT;
CREATE INDEX campaign_rewards_of_contract ON campaign_rewards (contract_id);
