package io.kouan.platform.filing;

import static io.kouan.platform.filing.FilingDesk.customs;
import static io.kouan.platform.filing.FilingDesk.done;
import static io.kouan.platform.filing.FilingDesk.faults;
import static io.kouan.platform.filing.FilingDesk.inspection;
import static io.kouan.platform.filing.FilingDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.TestEnterprise;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.transmission.BusinessType;
import io.kouan.platform.transmission.BusinessType.Direction;
import io.kouan.platform.transmission.BusinessType.Mode;
import io.kouan.platform.transmission.BusinessTypes;
import io.kouan.platform.transmission.DxpUser;
import io.kouan.platform.transmission.DxpUsers;
import io.kouan.platform.transmission.Realm;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Business types (业务类型) from the filings to the open roles, and back where a filing ends. */
class BusinessTypeRequestTest {

    private static final String FORM = "business_type_request";
    private static final BusinessType DIRECT_IMPORT = new BusinessType(Mode.DIRECT, Direction.IMPORT);
    private static final BusinessType BONDED_EXPORT = new BusinessType(Mode.BONDED, Direction.EXPORT);
    private static final Actor AGENT = TestEnterprise.officer("bt-agent", Role.CS_AGENT);

    private final FilingDesk desk = new FilingDesk();
    private final BusinessTypes businessTypes = desk.port.bean(BusinessTypes.class);
    private final Actor user =
            new Actor("kf" + desk.enterprise, "张海", OptionalLong.of(desk.enterprise), Set.of(Role.CS_USER), "none");

    BusinessTypeRequestTest() {
        desk.port
                .bean(People.class)
                .register(user.login(), "-", user.name(), Optional.of(desk.enterprise), user.roles());
    }

    @Test
    void h148NothingIsAskedForBeforeCustomsHasApproved() {
        var filing = desk.atCustoms("5788");
        var record = fill(begin(), filing.number().orElseThrow(), row("9610", "I"));

        assertThat(refused(submit(record))).containsExactly("ERR_CUSTOMS_NOT_APPROVED");
    }

    @Test
    void h149WhoAsksNamesAtLeastOneType() {
        approvedCustoms();
        var record = fill(begin(), "", new Map[0]);

        assertThat(faults(submit(record)).stream()
                        .filter(fault -> !fault.warning())
                        .toList())
                .containsExactly(Fault.at("business", "ERR_BUSINESS_TYPE"));
    }

    @Test
    void h150TheServiceDeskOpensTheRolesAtBothEntries() {
        approvedCustoms();
        approvedInspection("4800600001");
        var record = now(submit(fill(begin(), "", row("9610", "I"), row("1210", "E"))));
        assertThat(record.answers().text("request_no")).startsWith("GD");
        assertThat(record.answers().text("inspection_filing_no")).isEqualTo("4800600001");

        var opened = done(desk.take(record, "open_roles", Decision.plain(), AGENT));

        assertThat(opened.state()).isEqualTo("REPLIED");
        assertThat(ticket(opened).state()).isEqualTo("REPLIED");
        assertThat(ticket(opened).answers().text("template")).isEqualTo("BUSINESS_TYPE");
        assertThat(businessTypes.of(desk.enterprise, Realm.CUSTOMS)).containsOnly(DIRECT_IMPORT, BONDED_EXPORT);
        assertThat(businessTypes.of(desk.enterprise, Realm.INSPECTION)).containsOnly(DIRECT_IMPORT, BONDED_EXPORT);
        assertThat(opened.answers().rows("business"))
                .extracting(row -> row.get("opened_roles"))
                .containsExactly("CUS_9610_IMPORT, CIQ_9610_IMPORT", "CUS_1210_EXPORT, CIQ_1210_EXPORT");
        assertThat(toldTo(user)).contains("N-30", "N-52", "N-36");
        assertThat(given("N-52")).isEqualTo("9610进口（报关入口）、9610进口（报检入口）、1210出口（报关入口）、1210出口（报检入口）");
    }

    @Test
    void h152TheRolesOfTheInspectionEntryFollowItsApproval() {
        approvedCustoms();
        var record = fill(begin(), "", row("9610", "I"));
        assertThat(faults(desk.take(record, "submit", Decision.plain(), user)))
                .containsExactly(Fault.warning("inspection_filing_no", "ERR_INSPECTION_NOT_APPROVED"));
        var opened = done(desk.take(now(submit(record)), "open_roles", Decision.plain(), AGENT));
        assertThat(opened.answers().rows("business").getFirst()).containsEntry("opened_roles", "CUS_9610_IMPORT");
        assertThat(businessTypes.of(desk.enterprise, Realm.CUSTOMS)).containsOnly(DIRECT_IMPORT);
        assertThat(businessTypes.of(desk.enterprise, Realm.INSPECTION)).isEmpty();

        approvedInspection("4800600002");

        assertThat(businessTypes.of(desk.enterprise, Realm.INSPECTION)).containsOnly(DIRECT_IMPORT);
        var now = desk.port.bean(FormRecords.class).find(opened.id()).orElseThrow();
        assertThat(now.answers().rows("business").getFirst())
                .containsEntry("opened_roles", "CUS_9610_IMPORT, CIQ_9610_IMPORT");
        assertThat(given("N-52")).isEqualTo("9610进口（报检入口）");
    }

    @Test
    void h153OnlyTheFourCombinationsAndEachOnce() {
        approvedCustoms();
        var forged = fill(begin(), "", row("9710", "I"));
        assertThat(refused(submit(forged))).contains("ERR_OPTION");

        var twice = fill(begin(), "", row("9610", "I"), row("9610", "I"));
        assertThat(faults(submit(twice)).stream()
                        .filter(fault -> !fault.warning())
                        .toList())
                .containsExactly(Fault.at("business.1.direction", "ERR_DUPLICATE_ROW"));
    }

    @Test
    void theFilingThatIsNamedIsTheOwnOne() {
        approvedCustoms();
        var other = new FilingDesk();
        var foreign = done(other.take(other.atCustoms("5788"), "approve", Decision.plain(), customs("5788")));

        for (String number : List.of(foreign.number().orElseThrow(), "57882026999999")) {
            assertThat(refused(submit(fill(begin(), number, row("9610", "I"))))).contains("ERR_FORBIDDEN");
        }
    }

    @Test
    void theServiceDeskMayRefuseWithAReason() {
        approvedCustoms();
        var record = now(submit(fill(begin(), "", row("9610", "I"))));

        assertThat(refused(desk.take(record, "refuse", Decision.plain(), AGENT)))
                .contains("ERR_REASON_REQUIRED");
        done(desk.take(record, "refuse", Decision.because("企业申请内容与备案不符", "OTHER"), AGENT));

        assertThat(businessTypes.of(desk.enterprise, Realm.CUSTOMS)).isEmpty();
        assertThat(ticket(record).state()).isEqualTo("REPLIED");
        assertThat(toldTo(user)).contains("N-30", "N-13");
    }

    @Test
    void aTicketThatIsWithdrawnTakesItsRequestAlong() {
        approvedCustoms();
        var record = now(submit(fill(begin(), "", row("9610", "I"))));

        done(desk.take(ticket(record), "cancel", Decision.plain(), user));

        assertThat(desk.records.find(record.id()).orElseThrow().state()).isEqualTo("CANCELLED");
    }

    @Test
    void rolesCloseWhenTheFilingBehindThemEnds() {
        var filing = approvedCustoms();
        approvedInspection("4800600003");
        done(desk.take(now(submit(fill(begin(), "", row("9610", "I")))), "open_roles", Decision.plain(), AGENT));

        var other = done(desk.take(desk.atCustoms("5795"), "approve", Decision.plain(), customs("5795")));
        done(desk.take(filing, "cancel", Decision.plain(), desk.user));
        assertThat(businessTypes.of(desk.enterprise, Realm.CUSTOMS))
                .as("another office has still approved")
                .containsOnly(DIRECT_IMPORT);
        done(desk.take(other, "cancel", Decision.plain(), desk.user));

        assertThat(businessTypes.of(desk.enterprise, Realm.CUSTOMS)).isEmpty();
        assertThat(businessTypes.of(desk.enterprise, Realm.INSPECTION)).containsOnly(DIRECT_IMPORT);
        assertThat(desk.port.count(
                        "audit_entry",
                        "kind = 'business-type' and object = ? and action = 'close'",
                        Long.toString(desk.enterprise)))
                .isEqualTo(1);
    }

    @Test
    void rolesCloseWhenTheDxpIdIsCancelled() {
        var users = desk.port.bean(DxpUsers.class);
        var dxpId = "DXPENT" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
        desk.profiles.verifyCustomsCode(desk.enterprise, "test");
        var centre = TestEnterprise.officer("bt-centre", Role.DC_TRANSMISSION);
        assertThat(users.enter(dxpId, desk.enterprise, "GD1", "", centre)).isEmpty();
        assertThat(users.check(dxpId, 1, TestEnterprise.officer("bt-centre2", Role.DC_TRANSMISSION)))
                .isEmpty();
        for (Realm realm : Realm.values()) {
            businessTypes.open(desk.enterprise, realm, BusinessType.all(), "GD1", AGENT);
        }

        assertThat(users.change(dxpId, 2, DxpUser.State.CANCELLED, "企业不再办理业务", centre))
                .isEmpty();

        for (Realm realm : Realm.values()) {
            assertThat(businessTypes.of(desk.enterprise, realm)).isEmpty();
        }
    }

    private FormRecord approvedCustoms() {
        return done(desk.take(desk.atCustoms("5788"), "approve", Decision.plain(), customs("5788")));
    }

    private void approvedInspection(String number) {
        var filed = desk.atInspection("485500");
        var officer = inspection("485500");
        var decision = Decision.entering(Map.of("enterprise_filing_no", number))
                .ticking(desk.ticks(filed, "approve", officer));
        done(desk.take(filed, "approve", decision, officer));
    }

    private FormRecord begin() {
        return done(desk.editing.begin(FORM, user));
    }

    /** @param filing number of the filing at customs; empty for the one that is filled in already */
    @SafeVarargs
    private FormRecord fill(FormRecord record, String filing, Map<String, String>... rows) {
        var values = new HashMap<String, String>();
        if (!filing.isEmpty()) {
            values.put("customs_filing_no", filing);
        }
        values.put("customs_approved", "true");
        values.put("contact_name", "张海");
        values.put("contact_mobile", "13800138000");
        var answers = new Answers(values, Map.of("business", Arrays.asList(rows)));
        return done(desk.editing.save(record.id(), record.version(), answers, Optional.empty(), user));
    }

    /** The hint about the inspection entry has been seen. */
    private Outcome submit(FormRecord record) {
        return desk.take(record, "submit", Decision.plain().confirming(), user);
    }

    /** The request as it stands now that it has the number of its ticket. */
    private FormRecord now(Outcome outcome) {
        return desk.records.find(done(outcome).id()).orElseThrow();
    }

    private FormRecord ticket(FormRecord request) {
        return desk.records.numbered(request.answers().text("request_no")).orElseThrow();
    }

    private static Map<String, String> row(String mode, String direction) {
        return Map.of("business_mode", mode, "direction", direction);
    }

    private List<String> toldTo(Actor reader) {
        return desk.port
                .db()
                .sql("""
                        select kind from notification join inbox_entry on notification_id = id
                         where login = :login order by id
                        """)
                .param("login", reader.login())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private String given(String kind) {
        return desk.port
                .db()
                .sql("""
                        select given ->> 'roles' from notification join inbox_entry on notification_id = id
                         where login = :login and kind = :kind order by id desc limit 1
                        """)
                .param("login", user.login())
                .param("kind", kind)
                .query(String.class)
                .single();
    }
}
