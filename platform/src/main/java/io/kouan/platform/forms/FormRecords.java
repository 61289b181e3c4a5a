package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.FormDefinition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The records of all forms, in the database. Every change names the version it began from. */
@Repository
public class FormRecords {

    private static final TypeReference<Set<String>> KEYS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    FormRecords(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    public Optional<FormRecord> find(long id) {
        return db.sql("select * from form_record where id = :id")
                .param("id", id)
                .query((row, number) -> record(row))
                .optional();
    }

    /** The record of a business number. */
    public Optional<FormRecord> numbered(String number) {
        return db.sql("select * from form_record where number = :number")
                .param("number", number)
                .query((row, index) -> record(row))
                .optional();
    }

    /** The records of an enterprise on one form, newest first. */
    public List<FormRecord> of(long enterprise, String form) {
        return db.sql(
                        "select * from form_record where enterprise_id = :enterprise and form = :form order by id desc limit 200")
                .param("enterprise", enterprise)
                .param("form", form)
                .query((row, number) -> record(row))
                .list();
    }

    /** The records of an enterprise on one form in these states, newest first. */
    public List<FormRecord> of(long enterprise, String form, Collection<String> states) {
        return in(enterprise, form, states, 200);
    }

    /** The newest record of an enterprise on one form in one of these states. */
    public Optional<FormRecord> newest(long enterprise, String form, Collection<String> states) {
        return in(enterprise, form, states, 1).stream().findFirst();
    }

    private List<FormRecord> in(long enterprise, String form, Collection<String> states, int most) {
        return db.sql("select * from form_record where enterprise_id = :enterprise and form = :form"
                        + " and state = any(:states) order by id desc limit :most")
                .param("enterprise", enterprise)
                .param("form", form)
                .param("states", states.toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> record(row))
                .list();
    }

    /**
     * What waits in these states, longest waiting first.
     *
     * @param offices for forms whose records belong to one office: the field that names it, and the office
     */
    List<FormRecord> waiting(
            Collection<String> forms,
            Collection<String> states,
            Map<String, Map.Entry<String, String>> offices,
            int most) {
        var limits = new StringBuilder();
        var values = new LinkedHashMap<String, Object>();
        offices.forEach((form, office) -> {
            int at = values.size();
            limits.append(" and (form <> :form%1$d or submitted #>> array['fields', :field%1$d] = :office%1$d)"
                    .formatted(at));
            values.put("form" + at, form);
            values.put("field" + at, office.getKey());
            values.put("office" + at, office.getValue());
        });
        return db.sql("select * from form_record where form = any(:forms) and state = any(:states)" + limits
                        + " order by coalesce(submitted_at, created_at), id limit :most")
                .params(values)
                .param("forms", forms.toArray(String[]::new))
                .param("states", states.toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> record(row))
                .list();
    }

    /**
     * Begins a record.
     *
     * @param enterprise whose record it is, which need not be that of whoever begins it
     */
    FormRecord begin(FormDefinition form, OptionalLong enterprise, String state, Actor actor, Answers answers) {
        var now = now();
        return db.sql("""
                insert into form_record (form, form_version, enterprise_id, state, version, answers,
                                         created_by, created_at, updated_at)
                values (:form, :formVersion, :enterprise, :state, 1, :answers::json, :login, :now, :now) returning *
                """)
                .param("form", form.id())
                .param("formVersion", form.version())
                .param("enterprise", number(enterprise), Types.BIGINT)
                .param("state", state)
                .param("answers", json.writeValueAsString(answers))
                .param("login", actor.login())
                .param("now", now)
                .query((row, number) -> record(row))
                .single();
    }

    /** Stores the record as the next version; empty where somebody else was faster. */
    Optional<FormRecord> store(FormRecord changed, int expected) {
        return db.sql("""
                update form_record
                   set version = version + 1, state = :state, number = :number, answers = :answers::json,
                       submitted = :submitted::json, remembered = :remembered::json, submitted_by = :submittedBy,
                       submitted_at = :submittedAt, claimed_by = :claimedBy, updated_at = :now
                 where id = :id and version = :expected returning *
                """)
                .param("id", changed.id())
                .param("expected", expected)
                .param("state", changed.state())
                .param("number", changed.number().orElse(null), Types.VARCHAR)
                .param("answers", json.writeValueAsString(changed.answers()))
                .param(
                        "submitted",
                        changed.submitted().map(json::writeValueAsString).orElse(null),
                        Types.VARCHAR)
                .param("remembered", json.writeValueAsString(changed.remembered()))
                .param("submittedBy", changed.submittedBy().orElse(null), Types.VARCHAR)
                .param(
                        "submittedAt",
                        changed.submittedAt().map(FormRecords::utc).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("claimedBy", changed.claimedBy().orElse(null), Types.VARCHAR)
                .param("now", now())
                .query((row, number) -> record(row))
                .optional();
    }

    /** Throws a draft away, with what happened to it. */
    boolean delete(FormRecord record) {
        return db.sql("delete from form_record where id = :id and version = :version")
                        .param("id", record.id())
                        .param("version", record.version())
                        .update()
                == 1;
    }

    void tell(long record, FormEvent event) {
        db.sql("""
                insert into form_event (record_id, version, at, login, name, role, action, from_state, to_state,
                                        reasons, reason, places, answers)
                values (:record, :version, :at, :login, :name, :role, :action, :from, :to, :reasons, :reason, :places,
                        :answers::json)
                """)
                .param("record", record)
                .param("version", event.version())
                .param("at", utc(event.at()))
                .param("login", event.login())
                .param("name", event.name())
                .param("role", event.role())
                .param("action", event.action())
                .param("from", event.from())
                .param("to", event.to())
                .param("reasons", event.reasons().toArray(String[]::new))
                .param("reason", event.reason())
                .param("places", event.places().toArray(String[]::new))
                .param("answers", event.answers().map(json::writeValueAsString).orElse(null), Types.VARCHAR)
                .update();
    }

    /** What the officer named who sent a record into the state that it is in now; nothing where nobody named anything. */
    List<String> named(long record) {
        return db.sql("""
                select places from form_event where record_id = :record and from_state <> to_state
                 order by version desc limit 1
                """)
                .param("record", record)
                .query((row, number) ->
                        List.of((String[]) row.getArray("places").getArray()))
                .optional()
                .orElse(List.of());
    }

    /** How many files are in each slot of a record. */
    Map<String, Integer> attached(long record) {
        var counts = new LinkedHashMap<String, Integer>();
        db.sql("select slot, count(*) as files from form_attachment where record_id = :record group by slot")
                .param("record", record)
                .query(row -> {
                    counts.put(row.getString("slot"), row.getInt("files"));
                });
        return counts;
    }

    /** Which steps were taken with a record, whatever the order. */
    Set<String> actions(long record) {
        return Set.copyOf(db.sql("select distinct action from form_event where record_id = :record")
                .param("record", record)
                .query((row, number) -> row.getString(1))
                .list());
    }

    /** What happened to a record, in order. */
    public List<FormEvent> history(long record) {
        return db.sql("select * from form_event where record_id = :record order by version")
                .param("record", record)
                .query((row, number) -> event(row))
                .list();
    }

    private FormRecord record(ResultSet row) throws SQLException {
        long enterprise = row.getLong("enterprise_id");
        return new FormRecord(
                row.getLong("id"),
                row.getString("form"),
                row.getInt("form_version"),
                Optional.ofNullable(row.getString("number")),
                row.getObject("enterprise_id") == null ? OptionalLong.empty() : OptionalLong.of(enterprise),
                row.getString("state"),
                row.getInt("version"),
                answers(row.getString("answers")).orElse(Answers.NONE),
                answers(row.getString("submitted")),
                json.readValue(row.getString("remembered"), KEYS),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("submitted_by")),
                Optional.ofNullable(row.getObject("submitted_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("claimed_by")));
    }

    private FormEvent event(ResultSet row) throws SQLException {
        return new FormEvent(
                row.getInt("version"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("login"),
                row.getString("name"),
                row.getString("role"),
                row.getString("action"),
                row.getString("from_state"),
                row.getString("to_state"),
                Arrays.asList((String[]) row.getArray("reasons").getArray()),
                row.getString("reason"),
                Arrays.asList((String[]) row.getArray("places").getArray()),
                answers(row.getString("answers")));
    }

    private Optional<Answers> answers(@Nullable String text) {
        return text == null ? Optional.empty() : Optional.of(json.readValue(text, Answers.class));
    }

    private static @Nullable Long number(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
