-- What proves that an enterprise is an agent (代理企业证明材料), where it is no registered customs broker.
alter table enterprise add column agent_proof uuid;              -- null: none was given
