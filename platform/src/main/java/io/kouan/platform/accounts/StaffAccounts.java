package io.kouan.platform.accounts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of staff (工作人员账号). Who leaves is disabled, not deleted: their decisions stay attributed. */
@Repository
public class StaffAccounts {

    private static final String SELECT = """
            select p.login, p.display_name, p.roles, coalesce(s.organisation, '') as organisation,
                   p.customs_scope, p.inspection_scope,
                   coalesce(s.linked_credit_code, '') as linked_credit_code, p.id_number, p.mobile, p.disabled_at,
                   s.confirmed_at, p.created_at, s.reminded_at, coalesce(s.suspended_roles, '{}') as suspended_roles,
                   coalesce(s.version, 0) as version
              from person p left join staff_account s on s.login = p.login
             where p.enterprise_id is null and p.login not like 'cs:%'
            """;

    private final JdbcClient db;
    private final Clock clock;

    StaffAccounts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public List<StaffAccount> all() {
        return db.sql(SELECT + " order by p.login")
                .query((row, number) -> account(row))
                .list();
    }

    public Optional<StaffAccount> find(String login) {
        return db.sql(SELECT + " and p.login = :login")
                .param("login", People.normal(login))
                .query((row, number) -> account(row))
                .optional();
    }

    /** Where somebody belongs: the office of a reviewer, else the organisation; empty for everybody else. */
    public String officeOf(String login) {
        return db.sql("""
                select coalesce(nullif(p.customs_scope, ''), nullif(p.inspection_scope, ''), s.organisation, '')
                  from person p left join staff_account s on s.login = p.login where p.login = :login
                """).param("login", login).query(String.class).optional().orElse("");
    }

    /** Enters what is known of a member of staff, whose login is known already; empty where somebody else was faster. */
    public Optional<StaffAccount> store(StaffAccount account, int expected) {
        int changed = db.sql("""
                insert into staff_account (login, organisation, linked_credit_code)
                values (:login, :organisation, :linked)
                    on conflict (login) do update
                   set organisation = excluded.organisation, linked_credit_code = excluded.linked_credit_code,
                       version = staff_account.version + 1
                 where staff_account.version = :expected
                """)
                .param("login", account.login())
                .param("organisation", account.organisation())
                .param("linked", account.linkedCreditCode())
                .param("expected", expected)
                .update();
        if (changed == 0) {
            return Optional.empty();
        }
        db.sql("""
                update person set display_name = :name, id_number = :idNumber, mobile = :mobile
                 where login = :login and enterprise_id is null
                """)
                .param("name", account.name())
                .param("idNumber", account.idNumber())
                .param("mobile", account.mobile())
                .param("login", account.login())
                .update();
        return find(account.login());
    }

    /** Gives the roles and offices that two administrators agreed on. */
    public void assign(String login, Set<Role> roles, String customsOffice, String inspectionOffice) {
        db.sql("""
                update person set roles = :roles, customs_scope = :customs, inspection_scope = :inspection
                 where login = :login and enterprise_id is null
                """)
                .param("roles", names(roles))
                .param("customs", customsOffice)
                .param("inspection", inspectionOffice)
                .param("login", login)
                .update();
        db.sql("""
                update staff_account
                   set confirmed_at = :now, suspended_roles = '{}', suspended_at = null, version = version + 1
                 where login = :login
                """).param("now", now()).param("login", login).update();
    }

    /** Confirms the roles once more (角色定期复核); false where the account is no longer the one that was looked at. */
    @Transactional
    public boolean confirm(StaffAccount account) {
        enter(account.login());
        return db.sql("""
                update staff_account set confirmed_at = :now, version = version + 1
                 where login = :login and version = :expected
                """)
                        .param("now", now())
                        .param("login", account.login())
                        .param("expected", Math.max(1, account.version()))
                        .update()
                == 1;
    }

    /** Takes the roles away that nobody confirmed in time; false where somebody did meanwhile. */
    @Transactional
    public boolean suspend(StaffAccount account) {
        enter(account.login());
        boolean unchanged = db.sql("""
                update staff_account set suspended_roles = :roles, suspended_at = :now, version = version + 1
                 where login = :login and version = :expected
                """)
                        .param("roles", names(account.roles()))
                        .param("now", now())
                        .param("login", account.login())
                        .param("expected", Math.max(1, account.version()))
                        .update()
                == 1;
        if (unchanged) {
            db.sql("update person set roles = '{}' where login = :login and enterprise_id is null")
                    .param("login", account.login())
                    .update();
        }
        return unchanged;
    }

    /** Whether nobody was reminded yet of the next confirmation: true once after each. */
    @Transactional
    public boolean isFirstReminder(StaffAccount account) {
        enter(account.login());
        return db.sql("""
                update staff_account set reminded_at = :now
                 where login = :login and (reminded_at is null or reminded_at < :since)
                """)
                        .param("now", now())
                        .param("login", account.login())
                        .param(
                                "since",
                                account.confirmedAt()
                                        .orElse(account.createdAt())
                                        .atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** People of the first start have no entry of their own yet. */
    private void enter(String login) {
        db.sql("insert into staff_account (login) values (:login) on conflict do nothing")
                .param("login", login)
                .update();
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static Set<Role> roles(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(Role::valueOf).collect(Collectors.toSet());
    }

    /** From now on the person cannot sign in, and whoever has signed in is out. */
    public boolean disable(String login, String by) {
        int disabled = db.sql("""
                update person set disabled_at = :now, disabled_by = :by
                 where login = :login and enterprise_id is null and disabled_at is null
                """)
                .param("now", now())
                .param("by", by)
                .param("login", login)
                .update();
        db.sql("update staff_account set version = version + :more where login = :login")
                .param("more", disabled)
                .param("login", login)
                .update();
        return disabled == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static StaffAccount account(ResultSet row) throws SQLException {
        return new StaffAccount(
                row.getString("login"),
                row.getString("display_name"),
                roles(row.getArray("roles")),
                row.getString("organisation"),
                row.getString("customs_scope"),
                row.getString("inspection_scope"),
                row.getString("linked_credit_code"),
                row.getString("id_number"),
                row.getString("mobile"),
                time(row, "disabled_at"),
                time(row, "confirmed_at"),
                time(row, "created_at").orElseThrow(),
                time(row, "reminded_at"),
                roles(row.getArray("suspended_roles")),
                row.getInt("version"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
