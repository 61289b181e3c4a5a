package io.kouan.ceb.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.catalogue.CodeTables;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.port.PortProfile.Contact;
import io.kouan.ceb.port.PortProfile.CustomsOffice;
import io.kouan.ceb.port.PortProfile.Deadline;
import io.kouan.ceb.port.PortProfile.InspectionOffice;
import io.kouan.ceb.port.PortProfile.Step;
import io.kouan.ceb.port.PortProfile.Subject;
import io.kouan.ceb.sample.SampleWorld;
import org.junit.jupiter.api.Test;

class PortProfileTest {

    private final PortProfile zhuhai = PortProfile.named("zhuhai");

    @Test
    void offersTheFourCustomsOfficesAndNoOther() {
        assertThat(zhuhai.customsOffices())
                .extracting(CustomsOffice::code)
                .containsExactlyInAnyOrder("5791", "5795", "5770", "5788");
        assertThat(zhuhai.customsOffice("0100")).isEmpty();
        assertThat(zhuhai.customsOffices())
                .allSatisfy(office -> assertThat(
                                CodeTables.named("customs-district").contains(office.code()))
                        .as(office.code())
                        .isTrue());
    }

    @Test
    void asksForTheLetterAtTheZoneOnly() {
        assertThat(zhuhai.customsOffices())
                .filteredOn(CustomsOffice::writtenApplication)
                .extracting(CustomsOffice::code)
                .containsExactly("5791");
    }

    @Test
    void pairsEachCustomsOfficeWithTheInspectionOfficeAtItsPlace() {
        assertThat(zhuhai.customsOffices())
                .extracting(CustomsOffice::inspection)
                .containsExactlyInAnyOrderElementsOf(zhuhai.inspectionOffices().stream()
                        .map(InspectionOffice::code)
                        .toList());
        assertThat(zhuhai.customsOffice("5795"))
                .hasValueSatisfying(office -> assertThat(office.inspection()).isEqualTo("485400"));
    }

    @Test
    void knowsADeskForEverySubjectAndWritesHyphensOnce() {
        assertThat(zhuhai.contacts()).extracting(Contact::subject).containsExactlyInAnyOrder(Subject.values());
        assertThat(zhuhai.contact(Subject.DATA_CENTRE).phone().in(Language.ZH)).isEqualTo("0756-8125566");
        assertThat(zhuhai.contact(Subject.ZONE_FRONT_DESK).phone()).isEqualTo(PortProfile.Phone.NONE);
        assertThat(zhuhai.contacts())
                .allSatisfy(contact -> assertThat(contact.phone().zh()).doesNotContain("--"));
    }

    @Test
    void dialsTheNumberAndLeavesWhatIsPressedAfterwardsToTheCaller() {
        var urgent = zhuhai.contact(Subject.SERVICE_DESK_URGENT).phone();

        assertThat(urgent.dial()).isEqualTo("tel:02095198");
        assertThat(urgent.in(Language.ZH)).isEqualTo("020-95198 转 3（珠海）");
        assertThat(urgent.in(Language.EN)).isEqualTo("020-95198, dial 3 for Zhuhai");
        assertThat(PortProfile.Phone.NONE.dial()).isEmpty();
    }

    @Test
    void statesTheDeadlinesOfTheHandbook() {
        assertThat(zhuhai.deadlines()).extracting(Deadline::step).containsExactlyInAnyOrder(Step.values());
        assertThat(zhuhai.deadlines()).extracting(Deadline::workingDays).containsExactly(1, 10);
    }

    @Test
    void liesWhereItsDistrictsAndInventedEnterprisesLie() {
        assertThat(zhuhai.districts())
                .allSatisfy(district -> assertThat(
                                CodeTables.named("admin-division").contains(district.code()))
                        .as(district.code())
                        .isTrue());
        assertThat(SampleWorld.enterprises())
                .allSatisfy(one -> assertThat(one.customsCode()).startsWith(zhuhai.customsArea()));
    }
}
