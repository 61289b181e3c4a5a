-- The four documents of an import are dense in the journal and found by walking it. Whatever is rarer has indexes that cost
-- nothing where the dense ones are written.
create index idx_message_rare_type on message (message_type, position)
    where message_type not in ('CEB311', 'CEB411', 'CEB511', 'CEB621');
create index idx_message_rare_type_own on message (enterprise_id, message_type, position)
    where message_type not in ('CEB311', 'CEB411', 'CEB511', 'CEB621');

-- taken in and released are dense; waiting, returned and the others are what somebody looks for
create index idx_document_rare_state on document (status, position) where status > 0 and status not in (120, 800);
create index idx_document_rare_state_own on document (enterprise_id, status, position) where status > 0 and status not in (120, 800);
create index idx_document_failed on document (position) where status < 0;
create index idx_document_failed_own on document (enterprise_id, position) where status < 0;
