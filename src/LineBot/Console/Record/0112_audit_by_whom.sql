-- The record is read by who did it, and by whose it was.
CREATE INDEX audit_log_by_actor ON audit_log (actor, id);
CREATE INDEX audit_log_by_contract ON audit_log (contract_id, id) WHERE contract_id IS NOT NULL;
CREATE INDEX audit_log_by_subscription ON audit_log (subscription_id, id) WHERE subscription_id IS NOT NULL;
CREATE INDEX audit_log_by_action ON audit_log (action, id);
