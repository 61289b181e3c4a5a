-- Refused messages are few; these two cost nothing where messages are accepted, and find the refused ones at once.
create index idx_message_refused on message (position) where verdict = 'REFUSED';
create index idx_message_refused_id on message (message_id) where verdict = 'REFUSED';
