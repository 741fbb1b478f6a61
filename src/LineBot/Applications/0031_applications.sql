-- The application page opened from the talk: who opened it, known by a hash so that the table gives no way in.
CREATE TABLE application_links (
    token_hash TEXT PRIMARY KEY,
    line_user_id TEXT NOT NULL REFERENCES line_accounts (line_user_id),
    expires_at INTEGER NOT NULL,
    spent_at INTEGER
) STRICT;
CREATE INDEX application_links_of_account ON application_links (line_user_id);

-- request_id comes from the review page: however often it is sent, there is one application.
-- contract_id is the holder's contract for one more subscription; for a newcomer it is set when the application is activated.
-- A newcomer's own particulars are empty for one more subscription, whose contract has them.
CREATE TABLE applications (
    id INTEGER PRIMARY KEY,
    request_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('new-contract', 'subscription')),
    state TEXT NOT NULL CHECK (state IN ('received', 'activated', 'declined')),
    line_user_id TEXT REFERENCES line_accounts (line_user_id),
    contract_id INTEGER REFERENCES contracts (id),
    subscription_id INTEGER REFERENCES subscriptions (id),
    plan_id TEXT NOT NULL REFERENCES plans (id),
    user_name TEXT NOT NULL,
    login_id TEXT,
    password_hash TEXT,
    holder_name TEXT NOT NULL DEFAULT '',
    holder_kana TEXT NOT NULL DEFAULT '',
    birth_date TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    campaign_code TEXT,
    invitation_code TEXT REFERENCES invitations (code),
    received_at INTEGER NOT NULL,
    settled_at INTEGER
) STRICT;
CREATE INDEX applications_waiting ON applications (received_at) WHERE state = 'received';
CREATE INDEX applications_of_contract ON applications (contract_id);
-- Two people cannot be promised one login ID, nor use one invitation.
CREATE UNIQUE INDEX applications_login_id ON applications (login_id) WHERE state = 'received';
CREATE UNIQUE INDEX applications_invitation ON applications (invitation_code) WHERE state <> 'declined';
