package io.kouan.platform.accounts;

import io.kouan.platform.accounts.Account.Details;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts (账号): opened, changed, disabled; never deleted, so that what was done stays attributed. */
@Repository
public class Accounts {

    private static final String SELECT = """
            select login, display_name, enterprise_id, roles, id_type, id_number, mobile, landline, email, card_no, menus,
                   initial_password, coalesce(password_changed_at, created_at) as password_since,
                   disabled_at is not null as disabled, time_code_secret is not null as time_codes, created_at
              from person
            """;

    private final JdbcClient db;
    private final Clock clock;

    Accounts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The account of a login, disabled or not. */
    public Optional<Account> find(String login) {
        return db.sql(SELECT + " where login = :login")
                .param("login", People.normal(login))
                .query((row, number) -> account(row))
                .optional();
    }

    /** Those of an enterprise, disabled ones too. */
    public List<Account> of(long enterprise) {
        return db.sql(SELECT + " where enterprise_id = :enterprise order by login")
                .param("enterprise", enterprise)
                .query((row, number) -> account(row))
                .list();
    }

    /** Whether a mobile number (手机号码) belongs to some account of an enterprise (MOBILE_UNIQUE). */
    public boolean isMobileTaken(String mobile) {
        return db.sql("""
                select exists (select from person where mobile = :mobile and mobile <> '' and enterprise_id is not null)
                """).param("mobile", mobile).query(Boolean.class).single();
    }

    /** Opens an account; a login or mobile number that is taken is refused by the database. */
    public void open(
            String login,
            String passwordHash,
            boolean initialPassword,
            String name,
            long enterprise,
            Role role,
            Details details,
            Set<Menu> menus) {
        db.sql("""
                insert into person (login, password_hash, initial_password, display_name, enterprise_id, roles, id_type, id_number,
                                    mobile, landline, email, card_no, menus, created_at)
                values (:login, :hash, :initial, :name, :enterprise, array[:role], :idType, :idNumber,
                        :mobile, :landline, :email, :card, :menus, :now)
                """)
                .param("login", People.normal(login))
                .param("hash", passwordHash)
                .param("initial", initialPassword)
                .param("name", name)
                .param("enterprise", enterprise)
                .param("role", role.name())
                .param("idType", details.idType())
                .param("idNumber", details.idNumber())
                .param("mobile", details.mobile())
                .param("landline", details.landline())
                .param("email", details.email())
                .param("card", details.cardNo())
                .param("menus", names(menus))
                .param("now", now())
                .update();
    }

    /** Gives another mobile number. */
    public void changeMobile(String login, String mobile) {
        db.sql("update person set mobile = :mobile where login = :login")
                .param("mobile", mobile)
                .param("login", People.normal(login))
                .update();
        // whoever has the page of a member of staff open learns that it has changed
        db.sql("update staff_account set version = version + 1 where login = :login")
                .param("login", People.normal(login))
                .update();
    }

    /** Gives the roles that somebody of an enterprise has from now on. */
    public void assign(String login, Set<Role> roles) {
        db.sql("update person set roles = :roles where login = :login and enterprise_id is not null")
                .param("roles", roles.stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("login", People.normal(login))
                .update();
    }

    /** Says what an operator may work in. */
    public void allow(String login, Set<Menu> menus) {
        db.sql("update person set menus = :menus where login = :login")
                .param("menus", names(menus))
                .param("login", People.normal(login))
                .update();
    }

    /** From now on nobody signs in with it. */
    public void disable(String login, String by) {
        db.sql("update person set disabled_at = :now, disabled_by = :by where login = :login and disabled_at is null")
                .param("now", now())
                .param("by", by)
                .param("login", People.normal(login))
                .update();
    }

    public void enable(String login) {
        db.sql("update person set disabled_at = null, disabled_by = '' where login = :login")
                .param("login", People.normal(login))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String[] names(Set<Menu> menus) {
        return menus.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("login"),
                row.getString("display_name"),
                Optional.ofNullable(row.getObject("enterprise_id", Long.class)),
                values(row.getArray("roles"), Role::valueOf),
                new Details(
                        row.getString("id_type"),
                        row.getString("id_number"),
                        row.getString("mobile"),
                        row.getString("landline"),
                        row.getString("email"),
                        row.getString("card_no")),
                values(row.getArray("menus"), Menu::valueOf),
                row.getBoolean("initial_password"),
                row.getObject("password_since", OffsetDateTime.class).toInstant(),
                row.getBoolean("disabled"),
                row.getBoolean("time_codes"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static <T> Set<T> values(Array names, Function<String, T> of) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(of).collect(Collectors.toSet());
    }
}
