-- A reviewer works at exactly one office (主管海关范围, 检验检疫机构范围) and decides only there (SOD-07); without one, nothing is in scope.
alter table person
    add column customs_scope     text not null default '',          -- code of a customs office, empty: none
    add column inspection_scope  text not null default '';          -- code of an inspection office, empty: none
