package io.kouan.platform.accounts;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is behind a role or an enterprise: for whoever has something to tell. */
@Repository
public class Addressees {

    private final JdbcClient db;
    private final People people;

    Addressees(JdbcClient db, People people) {
        this.db = db;
        this.people = people;
    }

    /** Logins of all who hold a role. */
    public List<String> holding(Role role) {
        return db.sql("select login from person where :role = any(roles) order by login")
                .param("role", role.name())
                .query((row, number) -> row.getString("login"))
                .list();
    }

    /** Logins of those who hold a role at an office. */
    public List<String> at(Role role, String office) {
        return people.at(role, office);
    }

    /** Logins of those of an enterprise who hold one of the roles. */
    public List<String> of(long enterprise, Collection<Role> roles) {
        return db.sql("""
                select login from person where enterprise_id = :enterprise and roles && cast(:roles as text[]) order by login
                """)
                .param("enterprise", enterprise)
                .param("roles", roles.stream().map(Enum::name).toArray(String[]::new))
                .query((row, number) -> row.getString("login"))
                .list();
    }

    /** The login as it is kept, where somebody has it; of whoever came in the place of that person. */
    public List<String> named(String login) {
        var now = db.sql("select coalesce(succeeded_by, login) from person where login = :login")
                .param("login", People.normal(login))
                .query(String.class)
                .optional();
        return now.flatMap(people::find).map(Person::login).stream().toList();
    }
}
