package io.kouan.platform.administration;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.forms.definition.Option;
import io.kouan.platform.forms.definition.OptionList;
import io.kouan.platform.forms.definition.OptionSource;
import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The offices (主管海关, 属地检疫检验机构) in the database. They begin as the port's profile says; after that they are data (H-173): added
 * with a day, closed with a day, never deleted.
 */
@Repository
public class Offices {

    /** 主管海关 */
    public static final String CUSTOMS = "customs_office";

    /** 属地检疫检验机构 */
    public static final String INSPECTION = "inspection_org";

    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    private final JdbcClient db;
    private final PortProfile port;

    Offices(JdbcClient db, PortProfile port) {
        this.db = db;
        this.port = port;
    }

    @PostConstruct
    void begin() {
        if (!all().isEmpty()) {
            return;
        }
        int position = 0;
        for (var office : port.customsOffices()) {
            add(
                    new Office(
                            CUSTOMS,
                            office.code(),
                            office.nameZh(),
                            office.nameEn(),
                            office.inspection(),
                            office.writtenApplication(),
                            EVER,
                            Optional.empty()),
                    position++);
        }
        for (var office : port.inspectionOffices()) {
            add(
                    new Office(
                            INSPECTION,
                            office.code(),
                            office.nameZh(),
                            office.nameEn(),
                            "",
                            false,
                            EVER,
                            Optional.empty()),
                    position++);
        }
    }

    /** All there ever were, in order. */
    public List<Office> all() {
        return db.sql("select * from office order by list, position, valid_from")
                .query((row, number) -> office(row))
                .list();
    }

    List<Office> of(String list) {
        return all().stream().filter(office -> office.list().equals(list)).toList();
    }

    /** Adds an office after the last. */
    void add(Office office) {
        int last = db.sql("select coalesce(max(position), 0) from office")
                .query(Integer.class)
                .single();
        add(office, last + 1);
    }

    private void add(Office office, int position) {
        db.sql("""
                insert into office (list, code, name_zh, name_en, inspection, written_application, position, valid_from, valid_until)
                values (:list, :code, :zh, :en, :inspection, :written, :position, :from, :until) on conflict do nothing
                """)
                .param("list", office.list())
                .param("code", office.code())
                .param("zh", office.nameZh())
                .param("en", office.nameEn())
                .param("inspection", office.inspection())
                .param("written", office.writtenApplication())
                .param("position", position)
                .param("from", office.from())
                .param("until", office.until().orElse(null), Types.DATE)
                .update();
    }

    /** Closes the office of that code that is not closed yet. */
    void close(String list, String code, LocalDate until) {
        db.sql("update office set valid_until = :until where list = :list and code = :code and valid_until is null")
                .param("until", until)
                .param("list", list)
                .param("code", code)
                .update();
    }

    private OptionList options(String list) {
        return new OptionList(
                list,
                of(list).stream()
                        .map(office -> new OptionList.Dated(
                                office.from(),
                                office.until().orElse(LocalDate.MAX),
                                List.of(new Option(office.code(), new Label(office.nameZh(), office.nameEn())))))
                        .toList(),
                java.util.Map.of());
    }

    private static Office office(ResultSet row) throws SQLException {
        return new Office(
                row.getString("list"),
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("inspection"),
                row.getBoolean("written_application"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)));
    }

    /** The two lists, for whoever offers them in a form. */
    @Configuration(proxyBeanMethods = false)
    static class Lists {

        @Bean
        OptionSource customsOffices(Offices offices) {
            return OptionSource.of(CUSTOMS, () -> offices.options(CUSTOMS));
        }

        @Bean
        OptionSource inspectionOffices(Offices offices) {
            return OptionSource.of(INSPECTION, () -> offices.options(INSPECTION));
        }
    }
}
