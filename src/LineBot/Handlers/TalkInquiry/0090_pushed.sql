-- What was sent to a customer unasked: "is this message really from you?" is answered from it.
CREATE INDEX outbox_pushed ON outbox (chat_id, id) WHERE kind = 'push';
