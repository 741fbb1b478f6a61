-- So that the round that forgets looks at what is left to forget, and not at everything.
CREATE INDEX applications_to_forget ON applications (settled_at) WHERE user_name <> '';
CREATE INDEX contracts_ended ON contracts (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX invitations_by_issue ON invitations (issued_at);
