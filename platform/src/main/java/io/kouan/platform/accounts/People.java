package io.kouan.platform.accounts;

import io.kouan.platform.accounts.Person.Employer;
import io.kouan.platform.accounts.Person.Role;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people who may sign in. Logins are compared in lower case. */
@Repository
public class People {

    private final JdbcClient db;

    People(JdbcClient db) {
        this.db = db;
    }

    public Optional<Person> find(String login) {
        return db.sql("""
                select p.login, p.display_name, p.roles, e.id, e.customs_code, e.name_zh, e.name_en
                  from person p left join enterprise e on e.id = p.enterprise_id
                 where p.login = :login
                """)
                .param("login", normal(login))
                .query((row, number) -> person(row))
                .optional();
    }

    /** The stored hash of the password, for comparing only. */
    public Optional<String> passwordHash(String login) {
        return db.sql("select password_hash from person where login = :login")
                .param("login", normal(login))
                .query(String.class)
                .optional();
    }

    static String normal(String login) {
        var trimmed = login.strip().toLowerCase(Locale.ROOT);
        return trimmed.length() <= 100 ? trimmed : trimmed.substring(0, 100);
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("login"), row.getString("display_name"), employer(row), roles(row.getArray("roles")));
    }

    private static Optional<Employer> employer(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Employer(
                        id, row.getString("customs_code"), row.getString("name_zh"), row.getString("name_en")));
    }

    private static Set<Role> roles(Array names) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        for (String name : (String[]) names.getArray()) {
            roles.add(Role.valueOf(name));
        }
        return roles;
    }
}
