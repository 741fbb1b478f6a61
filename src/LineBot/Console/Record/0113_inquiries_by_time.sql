-- For the day's figures and the search of closed talks.
CREATE INDEX inquiries_opened ON inquiries (opened_at);
CREATE INDEX inquiry_messages_answers ON inquiry_messages (at) WHERE author = 'operator';
