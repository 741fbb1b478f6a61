-- entry: how one gets in, by typing the code or by an invitation. grant_month: granted on the last day of this month, the month of
-- activation being the first. cap: how many applications are taken, null for any number.
ALTER TABLE campaigns ADD COLUMN entry TEXT NOT NULL DEFAULT 'code' CHECK (entry IN ('code', 'invitation'));
ALTER TABLE campaigns ADD COLUMN grant_month INTEGER NOT NULL DEFAULT 3 CHECK (grant_month > 0);
ALTER TABLE campaigns ADD COLUMN cap INTEGER CHECK (cap > 0);

INSERT INTO campaigns (id, name_ja, name_en, code, kind, amount, starts_on, ends_on, entry)
VALUES ('invitation', '招待特典', 'Invitation reward', 'INVITATION', 'points', 1000, '2000-01-01', '9999-12-31', 'invitation');

-- A reward belongs to a contract. An inviter who has none yet is known by the LINE account alone until one is linked.
-- line_user_id: whom it is told; at last, who got it.
CREATE TABLE rewards_by_state (
    id INTEGER PRIMARY KEY,
    campaign_id TEXT NOT NULL REFERENCES campaigns (id),
    side TEXT NOT NULL DEFAULT 'applicant' CHECK (side IN ('applicant', 'inviter')),
    contract_id INTEGER REFERENCES contracts (id),
    line_user_id TEXT REFERENCES line_accounts (line_user_id),
    application_id INTEGER REFERENCES applications (id),
    state TEXT NOT NULL CHECK (state IN ('enrolled', 'at-risk', 'on-track', 'granted', 'forfeited')),
    lost_by TEXT CHECK (lost_by IN ('link-undone', 'not-linked', 'contract-ended')),
    enrolled_at INTEGER NOT NULL,
    grant_on TEXT NOT NULL,
    settled_at INTEGER,
    CHECK (contract_id IS NOT NULL OR side = 'inviter'),
    CHECK ((lost_by IS NOT NULL) = (state = 'forfeited')),
    CHECK ((settled_at IS NOT NULL) = (state IN ('granted', 'forfeited')))
) STRICT;

INSERT INTO rewards_by_state (id, campaign_id, contract_id, line_user_id, state, lost_by, enrolled_at, grant_on, settled_at)
SELECT r.id, r.campaign_id, r.contract_id, l.line_user_id,
    CASE WHEN r.state = 'enrolled' AND l.line_user_id IS NOT NULL THEN 'on-track' ELSE r.state END,
    CASE WHEN r.state = 'forfeited' THEN 'link-undone' END,
    r.enrolled_at, r.grant_on, CASE WHEN r.state <> 'enrolled' THEN COALESCE(r.settled_at, r.enrolled_at) END
FROM campaign_rewards r LEFT JOIN contractor_links l ON l.contract_id = r.contract_id;

DROP TABLE campaign_rewards;
ALTER TABLE rewards_by_state RENAME TO campaign_rewards;
CREATE INDEX campaign_rewards_of_contract ON campaign_rewards (contract_id);
CREATE INDEX campaign_rewards_of_account ON campaign_rewards (line_user_id);
CREATE INDEX campaign_rewards_due ON campaign_rewards (grant_on) WHERE settled_at IS NULL;
CREATE INDEX campaign_rewards_enrolled ON campaign_rewards (enrolled_at) WHERE state = 'enrolled';
-- Once a campaign and contract, and once an application that somebody was invited to.
CREATE UNIQUE INDEX campaign_rewards_of_applicant ON campaign_rewards (campaign_id, contract_id) WHERE side = 'applicant';
CREATE UNIQUE INDEX campaign_rewards_of_inviter ON campaign_rewards (application_id) WHERE side = 'inviter';

-- opened_at: when the invited went on from the page; looking at it, as previews do, is no opening.
ALTER TABLE invitations ADD COLUMN opened_at INTEGER;
ALTER TABLE invitations ADD COLUMN shows_name INTEGER NOT NULL DEFAULT 0;
