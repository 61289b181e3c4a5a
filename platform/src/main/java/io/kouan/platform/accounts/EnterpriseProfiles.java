package io.kouan.platform.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The profiles of enterprises (企业档案). */
@Repository
public class EnterpriseProfiles {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    EnterpriseProfiles(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    public EnterpriseProfile of(long enterprise) {
        return db.sql("""
                select id, credit_code, name_zh, customs_code, customs_code_verified_at is not null as verified, agent, profile
                  from enterprise where id = :id
                """)
                .param("id", enterprise)
                .query((row, number) -> profile(row))
                .single();
    }

    /** Whether an enterprise is on file under that credit code (统一社会信用代码). */
    public boolean isKnown(String creditCode) {
        return db.sql("select exists (select from enterprise where credit_code = :code)")
                .param("code", creditCode)
                .query(Boolean.class)
                .single();
    }

    /** The enterprise on file under that credit code (统一社会信用代码). */
    public Optional<Long> withCreditCode(String creditCode) {
        return db.sql("select id from enterprise where credit_code = :code")
                .param("code", creditCode)
                .query((row, number) -> row.getLong(1))
                .optional();
    }

    /** Whether an enterprise with that organisation code (组织机构代码) is on file: characters nine to seventeen of its credit code. */
    public boolean hasOrganisation(String organisationCode) {
        return db.sql("select exists (select from enterprise where substr(credit_code, 9, 9) = :code)")
                .param("code", organisationCode)
                .query(Boolean.class)
                .single();
    }

    /** The enterprise that holds a customs code. */
    public Optional<Long> holderOf(String customsCode) {
        return db.sql("select id from enterprise where customs_code = :code")
                .param("code", customsCode)
                .query((row, number) -> row.getLong(1))
                .optional();
    }

    /** Puts a new enterprise on file. */
    public long open(
            String creditCode, String nameZh, Optional<String> customsCode, boolean agent, Map<String, String> values) {
        return db.sql("""
                insert into enterprise (customs_code, credit_code, name_zh, name_en, agent, profile, created_at)
                values (:customsCode, :creditCode, :nameZh, :nameEn, :agent, :profile::json, :now) returning id
                """)
                .param("customsCode", customsCode.orElse(null), Types.VARCHAR)
                .param("creditCode", creditCode)
                .param("nameZh", nameZh)
                .param("nameEn", values.getOrDefault("name_en", nameZh))
                .param("agent", agent)
                .param("profile", json.writeValueAsString(values))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /**
     * Whether somebody of the enterprise has an account of the Single Window; one that only customer service knows is completed by the
     * first who registers there.
     */
    public boolean isAtHome(long enterprise) {
        return db.sql("""
                select exists (select from person where enterprise_id = :id and login not like '%:%')
                    or not exists (select from person where enterprise_id = :id)
                """).param("id", enterprise).query(Boolean.class).single();
    }

    /**
     * Completes an enterprise that customer service knew first; false where somebody was faster. To be called inside the transaction
     * that opens the account: the next one waits for it.
     */
    public boolean complete(long enterprise, Optional<String> customsCode, boolean agent, Map<String, String> values) {
        db.sql("select id from enterprise where id = :id for update")
                .param("id", enterprise)
                .query(Long.class)
                .single();
        if (isAtHome(enterprise)) {
            return false;
        }
        db.sql("update enterprise set customs_code = coalesce(:code, customs_code), agent = :agent where id = :id")
                .param("code", customsCode.orElse(null), Types.VARCHAR)
                .param("agent", agent)
                .param("id", enterprise)
                .update();
        remember(enterprise, values);
        return true;
    }

    /** Adds values to the profile, or replaces those of the same name. */
    public void remember(long enterprise, Map<String, String> values) {
        db.sql("update enterprise set profile = (profile::jsonb || :values::jsonb)::json where id = :id")
                .param("values", json.writeValueAsString(values))
                .param("id", enterprise)
                .update();
    }

    /** Says whether it is an agent (代理企业), with the scan of what proves it. */
    public void changeAgent(long enterprise, boolean agent, Optional<UUID> proof) {
        db.sql("update enterprise set agent = :agent, agent_proof = :proof where id = :id")
                .param("agent", agent)
                .param("proof", proof.orElse(null), Types.OTHER)
                .param("id", enterprise)
                .update();
    }

    /** The scan of what proves that an enterprise is an agent, where it gave one. */
    public Optional<UUID> agentProof(long enterprise) {
        return db.sql("select agent_proof from enterprise where id = :id and agent_proof is not null")
                .param("id", enterprise)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** Since when it is on file: its sign-up, for whoever signed up. */
    public Optional<Instant> since(long enterprise) {
        return db.sql("select created_at from enterprise where id = :id")
                .param("id", enterprise)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Enters the customs code (海关十位编码). */
    public void enterCustomsCode(long enterprise, String code) {
        db.sql("""
                update enterprise set customs_code = :code, customs_code_verified_at = null, customs_code_verified_by = ''
                 where id = :id
                """).param("code", code).param("id", enterprise).update();
    }

    /** Confirms the customs code on file. */
    public void verifyCustomsCode(long enterprise, String by) {
        db.sql("update enterprise set customs_code_verified_at = :now, customs_code_verified_by = :by where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("id", enterprise)
                .update();
    }

    /** Takes the customs code away that did not hold. */
    public void removeCustomsCode(long enterprise) {
        db.sql("""
                update enterprise set customs_code = null, customs_code_verified_at = null, customs_code_verified_by = '', customs_code_proof = null
                 where id = :id
                """).param("id", enterprise).update();
    }

    private EnterpriseProfile profile(ResultSet row) throws SQLException {
        return new EnterpriseProfile(
                row.getLong("id"),
                row.getString("credit_code"),
                row.getString("name_zh"),
                Optional.ofNullable(row.getString("customs_code")),
                row.getBoolean("verified"),
                row.getBoolean("agent"),
                json.readValue(row.getString("profile"), VALUES));
    }
}
