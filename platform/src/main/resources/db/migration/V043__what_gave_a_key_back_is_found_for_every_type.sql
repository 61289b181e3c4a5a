-- An older version of any document is ignored, also after the newer one was deleted (R-037).
create index idx_document_gone_by_type on document (message_type, unique_key, id) where not alive and status > 0;

drop index idx_document_gone;
