package io.kouan.platform.guidemode;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.definition.FormCatalogue;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The sandbox's officers decide for an enterprise on its click, and for no other (导航代办). */
class GuideModeTest {

    private static final TestPort PORT = TestPort.shared();

    private final TestEnterprise company = TestEnterprise.of(PORT);
    private final SandboxGuide guide = PORT.bean(SandboxGuide.class);

    @Test
    void anOfficerDecidesWhatWaitsAndTheRecordSaysWhoPlayedTheOfficer() {
        var filed = company.tradeFiling();

        assertThat(guide.waiting(company.admin())).containsExactly("A2");
        var done = guide.decide("A2", company.admin());

        assertThat(done.faults()).isEmpty();
        assertThat(done.deeds()).extracting(SandboxGuide.Deed::role).containsExactly(Role.MOFCOM_REVIEWER);
        var records = PORT.bean(FormRecords.class);
        assertThat(records.find(filed.id()))
                .hasValueSatisfying(record -> assertThat(record.state()).isEqualTo("APPROVED"));
        assertThat(records.history(filed.id()).getLast())
                .satisfies(event -> assertThat(event.name()).endsWith(SandboxOfficers.MARK))
                .extracting(FormEvent::role)
                .isEqualTo("MOFCOM_REVIEWER");
        assertThat(PORT.count(
                        "audit_entry",
                        "kind = 'sandbox-guide' and login = ?",
                        company.admin().login()))
                .isEqualTo(1);
    }

    @Test
    void aSecondClickAndAnUnknownStepDoNothing() {
        company.tradeFiling();
        guide.decide("A2", company.admin());

        assertThat(guide.decide("A2", company.admin()).deeds()).isEmpty();
        assertThat(guide.decide("no such step", company.admin()).deeds()).isEmpty();
        assertThat(guide.waiting(company.admin())).isEmpty();
    }

    @Test
    void nobodyLetsDecideForAnotherEnterprise() {
        var filed = company.tradeFiling();
        var other = TestEnterprise.of(PORT);

        assertThat(guide.waiting(other.admin())).isEmpty();
        assertThat(guide.decide("A2", other.admin()).deeds()).isEmpty();
        assertThat(PORT.bean(FormRecords.class).find(filed.id()))
                .hasValueSatisfying(record -> assertThat(record.state()).isEqualTo("SUBMITTED"));
    }

    @Test
    void everyLineNamesAStepThatItsFormAllowsThatRole() {
        var forms = PORT.bean(FormCatalogue.class);

        assertThat(DeedLine.all()).allSatisfy(line -> {
            var form = forms.form(line.form());
            assertThat(form.steps(line.action(), line.state()))
                    .anyMatch(step -> step.by().contains(line.role().name()));
        });
    }

    @Test
    void outsideTheSandboxAndWhereItIsTurnedOffThereIsNothingToCall() {
        for (String off : new String[] {"kouan.sandbox=false", "kouan.sandbox.guide=false"}) {
            new ApplicationContextRunner()
                    .withUserConfiguration(GuideModeConfiguration.class, GuideModePages.class)
                    .withPropertyValues(off)
                    .run(context -> assertThat(context)
                            .hasNotFailed()
                            .doesNotHaveBean(SandboxGuide.class)
                            .doesNotHaveBean(GuideModePages.class));
        }
    }
}
