package io.kouan.platform.credentials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of cards (卡登记). Other rooms read it; only {@link CardDesk} changes it. */
@Repository
public class Cards {

    private static final int MOST = 200;

    private final JdbcClient db;
    private final Clock clock;

    Cards(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Optional<Card> find(long id) {
        return db.sql("select * from card where id = :id")
                .param("id", id)
                .query((row, number) -> card(row))
                .optional();
    }

    /** An enterprise's cards and machine certificates, newest first. */
    public List<Card> of(long enterprise) {
        return db.sql("select * from card where enterprise_id = :enterprise order by id desc")
                .param("enterprise", enterprise)
                .query((row, number) -> card(row))
                .list();
    }

    /** The card whose certificate that is, also a former one. */
    public Optional<Card> withCertificate(String serial) {
        return db.sql("""
                select c.* from card c join card_certificate h on h.card_id = c.id where h.serial = :serial
                """)
                .param("serial", serial.toLowerCase(Locale.ROOT))
                .query((row, number) -> card(row))
                .optional();
    }

    /** The legal person's card that counts or may count again. */
    public Optional<Card> legalOf(long enterprise) {
        return of(enterprise).stream()
                .filter(card -> card.kind() == CardKind.LEGAL && card.state().holdsPlace())
                .findFirst();
    }

    /** Whether an encryption machine of that enterprise has this certificate and it counts (H-046, API enrolment). */
    public boolean hasMachineCertificate(long enterprise, String serial) {
        var now = clock.instant();
        return of(enterprise).stream()
                .anyMatch(card ->
                        card.kind() == CardKind.MACHINE && card.serial().equalsIgnoreCase(serial) && card.counts(now));
    }

    /** The cards made from a pre-entry. */
    List<Card> madeFrom(long record) {
        return db.sql("select * from card where record_id = :record order by record_row")
                .param("record", record)
                .query((row, number) -> card(row))
                .list();
    }

    /** By number, holder, serial, or name, credit code or customs code of the enterprise; all where nothing is sought. */
    List<Card> search(String sought) {
        var text = sought.strip();
        return db.sql("""
                select c.* from card c join enterprise e on e.id = c.enterprise_id
                 where :text = '' or c.card_no = upper(:text) or c.serial = lower(:text) or c.holder_name = :text
                    or e.credit_code = upper(:text) or e.customs_code = upper(:text) or e.name_zh like '%' || :like || '%'
                 order by c.renewal_asked_at is null, c.id desc limit :most
                """)
                .param("text", text)
                .param("like", text.replaceAll("[\\\\%_]", "\\\\$0"))
                .param("most", MOST)
                .query((row, number) -> card(row))
                .list();
    }

    /** What ends within the time and has not been counted as expired yet. */
    List<Card> endingBefore(Instant time) {
        return db.sql("select * from card where state in ('NORMAL', 'LOST') and valid_to <= :time order by id")
                .param("time", utc(time))
                .query((row, number) -> card(row))
                .list();
    }

    List<CardEvent> history(long card) {
        return db.sql("select * from card_event where card_id = :card order by id desc")
                .param("card", card)
                .query((row, number) -> new CardEvent(
                        instant(row, "at").orElseThrow(),
                        row.getString("login"),
                        row.getString("role"),
                        row.getString("action"),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        row.getString("serial"),
                        row.getString("reason")))
                .list();
    }

    /** A certificate that a card has had. */
    record Held(String serial, String suite, Instant validFrom, Instant validTo, boolean ended) {}

    List<Held> certificates(long card) {
        return db.sql("select * from card_certificate where card_id = :card order by issued_at desc")
                .param("card", card)
                .query((row, number) -> new Held(
                        row.getString("serial"),
                        row.getString("suite"),
                        instant(row, "valid_from").orElseThrow(),
                        instant(row, "valid_to").orElseThrow(),
                        row.getObject("ended_at") != null))
                .list();
    }

    /** The next running number of a certificate. */
    int certificateNumber() {
        return db.sql("select nextval('card_certificate_number')")
                .query(Integer.class)
                .single();
    }

    /** A number for a card made in software. */
    String softwareNumber() {
        return "KS%010d"
                .formatted(db.sql("select nextval('card_number')")
                        .query(Long.class)
                        .single());
    }

    boolean isTaken(String number) {
        return db.sql("select exists (select from card where card_no = :number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    long add(Card card, String receivedIdNumber) {
        return db.sql("""
                insert into card (enterprise_id, card_no, kind, medium, holder_name, holder_id_type, holder_id_no,
                                  holder_mobile, login, state, serial, valid_from, valid_to, record_id, record_row,
                                  received_by, received_id_no, handed_over_at, issued_at)
                values (:enterprise, :number, :kind, :medium, :name, :idType, :idNumber, :mobile, :login, :state, :serial,
                        :from, :to, :record, :row, :receivedBy, :receivedId, :handedOver, :issued) returning id
                """)
                .param("enterprise", card.enterprise())
                .param("number", card.number())
                .param("kind", card.kind().name())
                .param("medium", card.medium())
                .param("name", card.holder().name())
                .param("idType", card.holder().idType())
                .param("idNumber", card.holder().idNumber())
                .param("mobile", card.holder().mobile())
                .param("login", card.login())
                .param("state", card.state().name())
                .param("serial", card.serial())
                .param("from", utc(card.validFrom()))
                .param("to", utc(card.validTo()))
                .param("record", card.record().orElse(null), Types.BIGINT)
                .param("row", card.row().orElse(null), Types.INTEGER)
                .param("receivedBy", card.receivedBy())
                .param("receivedId", receivedIdNumber)
                .param("handedOver", time(card.handedOver()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("issued", utc(card.issuedAt()))
                .query(Long.class)
                .single();
    }

    /** Keeps state, certificate and permission; false where somebody else was faster. */
    boolean store(Card card, int expected) {
        return db.sql("""
                update card
                   set state = :state, enabled = :enabled, serial = :serial, valid_from = :from, valid_to = :to,
                       received_by = :receivedBy, handed_over_at = :handedOver, renewal_asked_at = :asked,
                       version = version + 1
                 where id = :id and version = :expected
                """)
                        .param("state", card.state().name())
                        .param("enabled", card.enabled())
                        .param("serial", card.serial())
                        .param("from", utc(card.validFrom()))
                        .param("to", utc(card.validTo()))
                        .param("receivedBy", card.receivedBy())
                        .param("handedOver", time(card.handedOver()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("asked", time(card.renewalAsked()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", card.id())
                        .param("expected", expected)
                        .update()
                == 1;
    }

    void received(long card, String idNumber) {
        db.sql("update card set received_id_no = :number where id = :card")
                .param("number", idNumber)
                .param("card", card)
                .update();
    }

    /** Adds a certificate to the history, and ends the one before. */
    void certified(long card, String serial, String suite, Instant from, Instant to) {
        var now = utc(clock.instant());
        db.sql("update card_certificate set ended_at = :now where card_id = :card and ended_at is null")
                .param("now", now)
                .param("card", card)
                .update();
        db.sql("""
                insert into card_certificate (serial, card_id, suite, issued_at, valid_from, valid_to)
                values (:serial, :card, :suite, :now, :from, :to)
                """)
                .param("serial", serial)
                .param("card", card)
                .param("suite", suite)
                .param("now", now)
                .param("from", utc(from))
                .param("to", utc(to))
                .update();
    }

    void tell(long card, CardEvent event) {
        db.sql("""
                insert into card_event (card_id, at, login, role, action, from_state, to_state, serial, reason)
                values (:card, :at, :login, :role, :action, :from, :to, :serial, :reason)
                """)
                .param("card", card)
                .param("at", utc(event.at()))
                .param("login", event.login())
                .param("role", event.role())
                .param("action", event.action())
                .param("from", event.from())
                .param("to", event.to())
                .param("serial", event.serial())
                .param("reason", event.reason())
                .update();
    }

    /** Whether a reminder has to go out: true once for each certificate and number of days. */
    boolean isFirstReminder(String serial, int days) {
        return db.sql("""
                insert into card_reminder (serial, days, at) values (:serial, :days, :at) on conflict do nothing
                """)
                        .param("serial", serial)
                        .param("days", days)
                        .param("at", utc(clock.instant()))
                        .update()
                == 1;
    }

    private static Card card(ResultSet row) throws SQLException {
        return new Card(
                row.getLong("id"),
                row.getLong("enterprise_id"),
                row.getString("card_no"),
                CardKind.valueOf(row.getString("kind")),
                row.getString("medium"),
                new Card.Holder(
                        row.getString("holder_name"),
                        row.getString("holder_id_type"),
                        row.getString("holder_id_no"),
                        row.getString("holder_mobile")),
                row.getString("login"),
                CardState.valueOf(row.getString("state")),
                row.getBoolean("enabled"),
                row.getString("serial"),
                instant(row, "valid_from").orElseThrow(),
                instant(row, "valid_to").orElseThrow(),
                Optional.ofNullable(row.getObject("record_id", Long.class)),
                Optional.ofNullable(row.getObject("record_row", Integer.class)),
                row.getString("received_by"),
                instant(row, "handed_over_at"),
                instant(row, "renewal_asked_at"),
                instant(row, "issued_at").orElseThrow(),
                row.getInt("version"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(Cards::utc).orElse(null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
