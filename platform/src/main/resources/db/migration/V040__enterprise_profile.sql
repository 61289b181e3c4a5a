-- An enterprise may be here before customs has given it a code; what else it has said of itself is its profile (企业档案).
alter table enterprise alter column customs_code drop not null;
alter table enterprise
    add column agent                     boolean     not null default false,  -- 代理企业
    add column customs_code_verified_at  timestamptz,                         -- null: entered, not verified
    add column customs_code_verified_by  text        not null default '',     -- certificate serial, or who verified it
    add column profile                   json        not null default '{}';   -- verified values of forms, by field

-- Who holds which role is data of the port; the roles are those of forms/shared/roles.yaml.
comment on column person.roles is 'DECLARANT, PORT_OPERATOR, and the roles of forms/shared/roles.yaml';
