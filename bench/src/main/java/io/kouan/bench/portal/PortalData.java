package io.kouan.bench.portal;

import io.kouan.client.local.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Very many enterprises with what years of work leave behind, put straight into the server's own database. */
final class PortalData implements AutoCloseable {

    private static final int PORT_LINE = 3;

    private final Connection database;

    private PortalData(Connection database) {
        this.database = database;
    }

    /** The database of a server that runs in this home. */
    static PortalData of(Home home) {
        var folder = home.folder().resolve("postgres");
        try {
            var port = Files.readAllLines(folder.resolve("postmaster.pid"))
                    .get(PORT_LINE)
                    .strip();
            var password = Files.readString(folder.resolve("kouan.password")).strip();
            return new PortalData(DriverManager.getConnection(
                    "jdbc:postgresql://localhost:" + port + "/postgres", "kouan", password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Fills it: each enterprise has three finished records, one draft and their history; one in ten waits at a desk.
     *
     * @param tickets how many they have written to the service desk, one in twenty of them still open
     * @param login whose enterprise gets a long history too
     */
    void fill(int enterprises, int tickets, String login) {
        run("""
            insert into enterprise (customs_code, credit_code, name_zh, name_en, profile, created_at)
            select null, '91440400BM' || lpad(n::text, 8, '0'), '测试企业' || n || '商贸有限公司', 'Test enterprise ' || n,
                   json_build_object('name_en', 'Test enterprise ' || n), now() - interval '2 years'
              from generate_series(1, %d) n
            """.formatted(enterprises));
        run("""
            insert into person (login, password_hash, display_name, enterprise_id, roles, created_at)
            select 'bench-' || id, '{noop}never', '管理员' || id, id, '{ENT_ADMIN}', now()
              from enterprise where credit_code like '91440400BM%'
            """);
        records("foreign_trade_operator", "APPROVED", "true");
        records("customs_registration", "APPROVED", "e.id % 10 <> 0");
        records("customs_registration", "SUBMITTED", "e.id % 10 = 0");
        records("customs_registration_change", "APPROVED", "true");
        records("customs_registration_change", "DRAFT", "true");
        run("""
            insert into form_record (form, form_version, number, enterprise_id, state, version, answers, submitted, created_by, created_at, updated_at)
            select r.form, r.form_version, 'BO' || r.id, p.enterprise_id, r.state, r.version, r.answers, r.submitted, r.created_by, r.created_at, r.updated_at
              from (select * from form_record where form = 'customs_registration' and state = 'APPROVED' order by id limit 40) r,
                   (select enterprise_id from person where login = '%s') p
            """.formatted(login));
        tickets(tickets, login);
        run("""
            insert into form_event (record_id, version, at, login, name, role, action, from_state, to_state, answers)
            select r.id, v, r.created_at + v * interval '1 hour', 'bench', '管理员', (array['ENT_ADMIN', 'ENT_ADMIN', 'CUS_REG_REVIEWER'])[v],
                   case when r.form = 'ticket' then (array['begin', 'submit', 'accept'])[v] else (array['begin', 'declare', 'approve'])[v] end, (array['', 'DRAFT', 'SUBMITTED'])[v], (array['DRAFT', 'SUBMITTED', 'APPROVED'])[v], r.answers
              from form_record r, generate_series(1, 3) v
            """);
        run("""
            insert into audit_entry (number, at, login, kind, object, action, result, content, hash)
            select h.number + n, now() - (2000000 - n) * interval '10 seconds', login, 'form/customs_registration', 'BM' || n, 'approve', result,
                   json_build_object('number', h.number + n, 'at', '2026-11-23T01:00:00.000Z', 'address', '127.0.0.1', 'session', '', 'request', '', 'login', login,
                       'name', '管理员', 'role', 'ENT_ADMIN', 'office', '', 'realm', 'SW', 'kind', 'form/customs_registration', 'object', 'BM' || n,
                       'version', 1, 'action', 'approve', 'result', result, 'reasons', '[]'::json, 'reason', '',
                       'before', '{"state":"SUBMITTED"}'::json, 'after', '{"state":"APPROVED"}'::json)::text, ''
              from audit_head h, generate_series(1, %d) n,
                   lateral (select 'bench-' || n %% 5000 as login, case when n %% 50 = 0 then 'ERR_FORBIDDEN' else 'done' end as result) as who
            """.formatted(enterprises * 10));
        run("update audit_head set number = (select max(number) from audit_entry)");
        run("""
            with told as (
                insert into notification (kind, given, created_at)
                select 'N-10', json_build_object('form', '企业注册登记', 'no', 'SW' || n), now() - n * interval '1 second'
                  from generate_series(1, %d) n returning id)
            insert into inbox_entry (login, notification_id, link)
            select case when id %% 100 = 0 then '%s' else 'bench-' || id %% 5000 end, id, '/guide' from told
            """.formatted(enterprises * 10, login));
        run("analyze");
    }

    /** Tickets with what was said about them; every fifth is a local filing, and the enterprise of the login has two hundred of its own. */
    private void tickets(int tickets, String login) {
        run("""
            insert into form_record (form, form_version, number, enterprise_id, state, version, answers, submitted, created_by, created_at, updated_at,
                                     submitted_by, submitted_at)
            select 'ticket', 1, 'BT' || n, case when n %% 501 = 0 then own.id else first.id + n %% first.many end,
                   case when n %% 20 <> 0 then 'CLOSED' else (array['SUBMITTED', 'PROCESSING', 'NEED_INFO', 'FORWARDED', 'REPLIED'])[n / 20 %% 5 + 1] end, 3,
                   a.answers, a.answers, 'bench', at, at, 'bench', at
              from generate_series(1, %1$d) n,
                   (select enterprise_id as id from person where login = '%2$s') own,
                   (select min(id) as id, count(*) as many from enterprise where credit_code like '91440400BM%%') first,
                   lateral (select now() - case when n %% 20 = 0 then n / 20 %% 900 else n %% 9000 end * interval '1 hour' as at) as time,
                   lateral (select json_build_object('fields', json_build_object('template', case when n %% 5 = 0 then 'LOCAL_FILING' else 'FREE' end,
                        'category', 'OTHER', 'kind', 'CONSULT', 'title', '咨询第' || n || '号货物的出口申报',
                        'description', '请问需要哪些材料，多久可以办好？'), 'tables', json_build_object()) as answers) as a
            """.formatted(tickets, login));
        run("""
            insert into ticket (record_id, enterprise_id, enterprise_name, number, template, category, kind, title, state, submitted_at, replied_at,
                                assignee, due_at)
            select r.id, r.enterprise_id, e.name_zh, r.number, r.answers #>> '{fields,template}', 'OTHER', 'CONSULT', r.answers #>> '{fields,title}', r.state,
                   r.submitted_at, case when r.state in ('REPLIED', 'CLOSED') then r.submitted_at + interval '1 day' end,
                   case when r.state <> 'SUBMITTED' then 'service' end,
                   case when r.answers #>> '{fields,template}' = 'LOCAL_FILING' then r.submitted_at + interval '14 days' end
              from form_record r join enterprise e on e.id = r.enterprise_id where r.form = 'ticket'
            """);
        run("""
            insert into ticket_message (record_id, at, login, name, role, action, body)
            select r.id, r.submitted_at + v * interval '1 hour', 'service', '客服', 'CS_AGENT', 'say', '您好，请补充第' || v || '份材料。'
              from form_record r, generate_series(1, 3) v where r.form = 'ticket'
            """);
        run("""
            insert into cs_account (login, password_hash, state, credit_code, mobile, answers, person, enterprise_id, submitted_at)
            select 'cs-' || p.login, '{noop}never', case when p.enterprise_id %% 500 = 0 then 'PENDING' else 'ACTIVE' end, e.credit_code,
                   '1' || (30000000000 + p.enterprise_id), json_build_object('fields', json_build_object('company_full_name', e.name_zh,
                        'credit_code', e.credit_code, 'real_name', '张海', 'email', 'bench@example.com'), 'tables', json_build_object()), p.login, p.enterprise_id,
                   now() - interval '3 hours'
              from person p join enterprise e on e.id = p.enterprise_id where p.login like 'bench-%%'
            """.formatted());
        run("update person set roles = array_append(roles, 'CS_USER') where login = '" + login + "'");
    }

    private void records(String form, String state, String which) {
        boolean handedIn = !state.equals("DRAFT");
        run("""
            insert into form_record (form, form_version, number, enterprise_id, state, version, answers, submitted, created_by, created_at, updated_at,
                                     submitted_by, submitted_at)
            select '%s', 1, 'B%s' || e.id, e.id, '%s', 3, a.answers, %s, 'bench-' || e.id, now() - interval '1 year', now() - interval '300 days',
                   'bench-' || e.id, now() - e.id %% 100 * interval '1 hour'
              from enterprise e,
                   (select json_build_object('fields', json_build_object('registered_address', '珠海市横琴新区环岛东路1号', 'licence_date', '2020-05-06',
                        'economic_zone', '1', 'business_class', '6', 'economic_type', '150', 'industry', 'F', 'business_scope', '跨境电子商务',
                        'company_phone', '0756-8125566', 'registered_capital', '500', 'bank_name', '中国银行珠海分行', 'bank_account', '4404001234567890',
                        'legal_rep_name', '王港', 'legal_rep_id_no', '440402197203150016', 'legal_rep_phone', '13800138000',
                        'customs_contact_name', '陈桥', 'customs_contact_mobile', '13800138001'),
                        'tables', json_build_object('investors', json_build_array(json_build_object('investor_name', '王港',
                        'investor_country', 'CHN', 'investment_form', '现金', 'investment_amount', '500', 'investment_currency', 'CNY')))) as answers) a
             where e.credit_code like '91440400BM%%' and %s
            """.formatted(
                        form,
                        form.charAt(form.length() - 1) + state.substring(0, 1),
                        state,
                        handedIn ? "a.answers" : "null",
                        which));
    }

    /** The ids of some records in a state, to be looked at. */
    List<Long> some(String form, String state, String login) {
        var ids = new ArrayList<Long>();
        var sql = "select r.id from form_record r where r.form = ? and r.state = ?"
                + " and (? = '' or r.enterprise_id = (select enterprise_id from person where login = ?)) order by r.id limit 100";
        try (var query = database.prepareStatement(sql)) {
            query.setString(1, form);
            query.setString(2, state);
            query.setString(3, login);
            query.setString(4, login);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }

    private void run(String sql) {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
