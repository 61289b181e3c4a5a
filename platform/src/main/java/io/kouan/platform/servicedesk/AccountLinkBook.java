package io.kouan.platform.servicedesk;

import io.kouan.platform.accounts.Realm;
import io.kouan.platform.accounts.RealmAccounts.RealmAccount;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which accounts were linked to whom after their registration (账号关联), in the database; nothing of it is ever forgotten. */
@Repository
class AccountLinkBook {

    private final JdbcClient db;
    private final Clock clock;

    AccountLinkBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A link that holds.
     *
     * @param former who was kept for the account alone
     * @param brought accounts of the entries that came with it
     */
    record Link(long id, String former, List<Brought> brought) {
        Link {
            brought = List.copyOf(brought);
        }
    }

    /** An account of an entry. */
    record Brought(Realm realm, String login) {

        static Brought of(RealmAccount account) {
            return new Brought(account.realm(), account.login());
        }

        private static Brought of(String text) {
            int space = text.indexOf(' ');
            return new Brought(Realm.valueOf(text.substring(0, space)), text.substring(space + 1));
        }

        private String text() {
            return realm.name() + " " + login;
        }
    }

    void add(DeskAccount account, String person, List<Brought> brought) {
        db.sql("""
                insert into cs_account_link (account_id, person, former, brought, linked_at)
                values (:account, :person, :former, :brought, :now)
                """)
                .param("account", account.id())
                .param("person", person)
                .param("former", account.person())
                .param("brought", brought.stream().map(Brought::text).toArray(String[]::new))
                .param("now", now())
                .update();
    }

    Optional<Link> open(DeskAccount account) {
        return db.sql(
                        "select id, former, brought from cs_account_link where account_id = :account and unlinked_at is null")
                .param("account", account.id())
                .query((row, number) -> new Link(
                        row.getLong("id"),
                        row.getString("former"),
                        Arrays.stream((String[]) row.getArray("brought").getArray())
                                .map(Brought::of)
                                .toList()))
                .optional();
    }

    void close(Link link) {
        db.sql("update cs_account_link set unlinked_at = :now where id = :id")
                .param("now", now())
                .param("id", link.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
