-- Refused messages are few; this costs nothing where messages are accepted, and lists the refused ones at once.
create index idx_message_refused on message (position) where verdict = 'REFUSED';
