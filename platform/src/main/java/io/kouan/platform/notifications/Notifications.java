package io.kouan.platform.notifications;

import io.kouan.platform.accounts.Addressees;
import io.kouan.platform.accounts.Role;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts notifications out. Told inside the transaction of what they tell of, so that they go out with it or not at all, on the site, by
 * mail and by SMS. No secret may be among the values; ID numbers in them are masked here.
 */
@Repository
public class Notifications {

    private final JdbcClient db;
    private final NotificationTexts texts;
    private final Addressees addressees;
    private final Copies copies;
    private final JsonMapper json;
    private final Clock clock;

    Notifications(
            JdbcClient db,
            NotificationTexts texts,
            Addressees addressees,
            Copies copies,
            JsonMapper json,
            Clock clock) {
        this.db = db;
        this.texts = texts;
        this.addressees = addressees;
        this.copies = copies;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Tells somebody.
     *
     * @param id of the text, for example {@code N-10}
     * @param values what the text names, for example {@code no}; in English also as {@code no.en}
     */
    @Transactional
    public void tell(String id, Recipients to, Map<String, String> values) {
        tell(id, List.of(new Reader(to, "")), values);
    }

    /** Tells several; whoever is among them twice is told once, as the first of them. */
    @Transactional
    public void tell(String id, List<Reader> readers, Map<String, String> values) {
        var text = texts.text(id);
        var wrong = text.mismatch(values.keySet());
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("the values of " + id + " do not fit: " + wrong);
        }
        var links = new LinkedHashMap<String, String>();
        readers.forEach(reader -> logins(reader.who()).forEach(login -> links.putIfAbsent(login, reader.link())));
        if (links.isEmpty()) {
            return;
        }
        var shown = new TreeMap<String, String>();
        values.forEach((name, value) -> shown.put(name, IdNumbers.masked(value)));
        store(id, shown, links);
        copies.send(text, shown, links.keySet());
    }

    private void store(String id, Map<String, String> values, Map<String, String> links) {
        long notification = db.sql("""
                insert into notification (kind, given, created_at) values (:kind, :given::json, :now) returning id
                """)
                .param("kind", id)
                .param("given", json.writeValueAsString(values))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        db.sql("""
                insert into inbox_entry (login, notification_id, link)
                select login, :notification, link from unnest(:logins, :links) as reader (login, link)
                """)
                .param("notification", notification)
                .param("logins", links.keySet().toArray(String[]::new))
                .param("links", links.values().toArray(String[]::new))
                .update();
    }

    private List<String> logins(Recipients who) {
        return switch (who) {
            case Recipients.OnePerson(var login) -> addressees.named(login);
            case Recipients.OfEnterprise(long enterprise) -> addressees.of(enterprise, Set.of(Role.ENT_ADMIN));
            case Recipients.Members(long enterprise, var role) -> addressees.of(enterprise, Set.of(role));
            case Recipients.Holders(var role) -> addressees.holding(role);
            case Recipients.Seated(var role, var office) -> addressees.at(role, office);
        };
    }
}
