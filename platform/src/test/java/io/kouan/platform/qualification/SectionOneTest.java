package io.kouan.platform.qualification;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Applications;
import io.kouan.platform.forms.Applications.Days;
import io.kouan.platform.forms.Applications.Wanted;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.Desk;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What section one asks beyond the two filings' own scenarios: sole traders, the list of applications, kept versions. */
class SectionOneTest {

    private static final TestPort PORT = TestPort.shared();
    private static final Actor COMMERCE = officer("commerce", Role.MOFCOM_REVIEWER);

    private final TestEnterprise company = TestEnterprise.of(PORT);

    @Test
    void h031aSoleTraderIsAskedForAssetsAndTheirProof() {
        var trade = TestEnterprise.trade().with("operator_type", "INDIV");
        var record = company.fill(company.begin("foreign_trade_operator", company.admin()), trade, company.admin());
        company.attach(record, "licence_scan", company.admin());

        var outcome = company.take(record, "declare", Decision.plain(), company.admin());

        assertThat(((Outcome.Refused) outcome).faults())
                .extracting(Fault::message, Fault::place)
                .contains(tuple("ERR_REQUIRED", "assets_usd"), tuple("ERR_ATTACHMENT_MISSING", "asset_certificate"));
        assertThat(PORT.bean(Forms.class).shown(record, company.admin()))
                .extracting(Section::key)
                .contains("foreign_or_individual")
                .doesNotContain("enterprise_only");

        var complete = company.fill(
                record,
                new Answers(
                        Map.of("head_name", "王港", "head_id_no", "440402197203150016", "assets_usd", "12.5"), Map.of()),
                company.admin());
        company.attach(complete, "asset_certificate", company.admin());
        assertThat(done(company.take(complete, "declare", Decision.plain(), company.admin()))
                        .state())
                .isEqualTo("SUBMITTED");
    }

    @Test
    void h036aRegistrationIsDeclaredAndReachesCustoms() {
        company.approvedTradeFiling();
        var filed = company.registration();

        assertThat(filed.state()).isEqualTo("SUBMITTED");
        assertThat(filed.answers().rows("investors")).hasSize(1);
        assertThat(PORT.bean(Desk.class).queue(officer("registrar", Role.CUS_REG_REVIEWER)))
                .extracting(FormRecord::id)
                .contains(filed.id());
        assertThat(notification("customs_registration", "declare")).contains("N-10");
        assertThat(PortProfile.current().contactsAt("customs_registration"))
                .anySatisfy(contact -> assertThat(contact.phone().zh()).isEqualTo("0756-2538065"));
    }

    @Test
    void h053aChangeIsSavedAndSubmitted() {
        company.customsCode();
        var saved = company.change();
        assertThat(saved.state()).isEqualTo("DRAFT");
        assertThat(saved.answers().text("company_website")).isEqualTo("http://www.example.com");

        assertThat(done(company.take(saved, "submit", Decision.plain(), company.legal()))
                        .state())
                .isEqualTo("SUBMITTED");
        assertThat(notification("customs_registration_change", "submit")).contains("N-10");
    }

    @Test
    void theListShowsWhatWasDecidedAndFindsItAgain() {
        var filed = company.tradeFiling();
        done(company.take(filed, "return", Decision.because("联系电话有误，请核对", "MISMATCH"), COMMERCE));
        company.customsCode();
        company.change();

        assertThat(found("", Optional.empty())).hasSize(2);
        assertThat(found("电话有误", Optional.empty())).singleElement().satisfies(application -> {
            assertThat(application.form()).isEqualTo("foreign_trade_operator");
            assertThat(application.opinion()).isEqualTo("联系电话有误，请核对");
            assertThat(application.decidedAt()).isPresent();
            assertThat(application.submittedAt()).isPresent();
        });
        assertThat(found("", Optional.of("DRAFT")))
                .extracting(Applications.Application::form)
                .containsExactly("customs_registration_change");
        assertThat(found(filed.number().orElseThrow().toLowerCase(Locale.ROOT), Optional.empty()))
                .hasSize(1);
    }

    @Test
    void everyVersionIsKeptWithWhatWasChangedInIt() {
        var filed = company.tradeFiling();
        var back = done(company.take(filed, "return", Decision.because("联系电话有误，请核对", "MISMATCH"), COMMERCE));
        var changed = company.fill(back, new Answers(Map.of("phone", "0756-2538393"), Map.of()), company.admin());
        done(company.take(changed, "declare", Decision.plain(), company.admin()));

        var desk = PORT.bean(Desk.class);
        var declared = PORT.bean(FormRecords.class).history(filed.id()).stream()
                .filter(event -> event.action().equals("declare"))
                .toList();
        var first = desk.version(filed, declared.getFirst().version()).orElseThrow();
        var second = desk.version(filed, declared.getLast().version()).orElseThrow();
        assertThat(first.answers().text("phone")).isEqualTo("0756-8125566");
        assertThat(second.answers().text("phone")).isEqualTo("0756-2538393");
        assertThat(second.changed()).containsExactly("phone");
        assertThat(desk.version(filed, 9999)).isEmpty();
    }

    @Test
    void aReturnNamesTheFieldsThatHaveToBePutRight() {
        var filed = company.tradeFiling();
        done(company.take(
                filed, "return", Decision.because("联系电话有误，请核对", "MISMATCH").naming("phone"), COMMERCE));

        assertThat(PORT.bean(FormRecords.class).history(filed.id()).getLast().places())
                .containsExactly("phone");
    }

    private List<Applications.Application> found(String text, Optional<String> state) {
        return PORT.bean(Applications.class)
                .of(company.id(), new Wanted(Optional.empty(), text, state, Days.ANY, Days.ANY));
    }

    private static Optional<String> notification(String form, String action) {
        return PORT.bean(FormCatalogue.class).form(form).transitions().stream()
                .filter(step -> step.action().equals(action))
                .findFirst()
                .orElseThrow()
                .notification();
    }
}
