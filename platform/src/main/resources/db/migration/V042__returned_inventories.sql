-- Who gave a key back last: a returned inventory may still be changed or deleted under it (R-035, R-036).
create index idx_document_gone on document (unique_key, id) where message_type = 'CEB621' and not alive and status > 0;
