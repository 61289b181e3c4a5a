package io.kouan.platform.accounts;

import io.kouan.platform.accounts.Person.Employer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in. Logins are compared in lower case. */
@Repository
public class People {

    private final JdbcClient db;
    private final Clock clock;

    People(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The person; empty for unknown logins and for accounts that were disabled. */
    public Optional<Person> find(String login) {
        return db.sql("""
                select p.login, p.display_name, p.roles, p.customs_scope, p.inspection_scope, e.id, coalesce(e.customs_code, '') as customs_code, e.credit_code, e.name_zh, e.name_en
                  from person p left join enterprise e on e.id = p.enterprise_id
                 where p.login = :login and p.disabled_at is null
                """)
                .param("login", normal(login))
                .query((row, number) -> person(row))
                .optional();
    }

    /** Whether a login is given away, also to somebody who was disabled. */
    public boolean isTaken(String login) {
        return db.sql("select exists (select from person where login = :login)")
                .param("login", normal(login))
                .query(Boolean.class)
                .single();
    }

    /** The stored hash of the password, for comparing only. */
    public Optional<String> passwordHash(String login) {
        return db.sql("select password_hash from person where login = :login")
                .param("login", normal(login))
                .query(String.class)
                .optional();
    }

    /** Lets a member of staff sign in with a password that somebody else chose: it has to be changed at the first sign-in. */
    @Transactional
    public void invite(String login, String passwordHash, String name) {
        register(login, passwordHash, name, Optional.empty(), Set.of());
        db.sql("update person set initial_password = true where login = :login")
                .param("login", normal(login))
                .update();
    }

    /** Lets somebody sign in, or gives a known login this password, name and role. */
    public void register(String login, String passwordHash, String name, Optional<Long> enterprise, Set<Role> roles) {
        db.sql("""
                insert into person (login, password_hash, display_name, enterprise_id, roles, created_at)
                values (:login, :hash, :name, :enterprise, :roles, :now)
                    on conflict (login) do update
                   set password_hash = excluded.password_hash, password_changed_at = excluded.created_at, initial_password = false,
                       display_name = excluded.display_name, enterprise_id = excluded.enterprise_id,
                       roles = excluded.roles
                """)
                .param("login", normal(login))
                .param("hash", passwordHash)
                .param("name", name)
                .param("enterprise", enterprise.orElse(null), java.sql.Types.BIGINT)
                .param("roles", roles.stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives somebody one more role. */
    public void grant(String login, Role role) {
        db.sql("update person set roles = array_append(roles, :role) where login = :login and not (:role = any(roles))")
                .param("role", role.name())
                .param("login", normal(login))
                .update();
    }

    /** Takes a role from somebody. */
    public void revoke(String login, Role role) {
        db.sql("update person set roles = array_remove(roles, :role) where login = :login")
                .param("role", role.name())
                .param("login", normal(login))
                .update();
    }

    /** Keeps others from changing what somebody has until this transaction ends. */
    public void hold(String login) {
        db.sql("select login from person where login = :login for update")
                .param("login", normal(login))
                .query(rows -> {});
    }

    /** From now on another person hears what is told to this one; empty: nobody else. */
    public void succeed(String login, Optional<String> by) {
        db.sql("update person set succeeded_by = :by where login = :login")
                .param("by", by.map(People::normal).orElse(null), java.sql.Types.VARCHAR)
                .param("login", normal(login))
                .update();
    }

    /** Seats a reviewer at an office. */
    public void seat(String login, OfficeScope office) {
        db.sql("update person set customs_scope = :customs, inspection_scope = :inspection where login = :login")
                .param("customs", office.customs())
                .param("inspection", office.inspection())
                .param("login", normal(login))
                .update();
    }

    /** The logins of those who hold a role at an office. */
    public List<String> at(Role role, String office) {
        return db
                .sql("""
                select login, customs_scope, inspection_scope from person where :role = any(roles) order by login
                """)
                .param("role", role.name())
                .query((row, number) -> Map.entry(
                        row.getString("login"),
                        new OfficeScope(row.getString("customs_scope"), row.getString("inspection_scope"))))
                .list()
                .stream()
                .filter(seated ->
                        seated.getValue().of(role).filter(office::equals).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    static String normal(String login) {
        var trimmed = login.strip().toLowerCase(Locale.ROOT);
        return trimmed.length() <= 100 ? trimmed : trimmed.substring(0, 100);
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("login"),
                row.getString("display_name"),
                employer(row),
                roles(row.getArray("roles")),
                new OfficeScope(row.getString("customs_scope"), row.getString("inspection_scope")));
    }

    private static Optional<Employer> employer(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Employer(
                        id,
                        row.getString("customs_code"),
                        row.getString("credit_code"),
                        row.getString("name_zh"),
                        row.getString("name_en")));
    }

    private static Set<Role> roles(Array names) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        for (String name : (String[]) names.getArray()) {
            roles.add(Role.valueOf(name));
        }
        return roles;
    }
}
