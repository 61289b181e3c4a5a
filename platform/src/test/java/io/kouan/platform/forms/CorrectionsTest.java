package io.kouan.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a return for correction leaves open, as a function of the form and of what was named. */
class CorrectionsTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.read(PortProfile.current());
    private static final FormDefinition TRADE = CATALOGUE.form("foreign_trade_operator");
    private static final FormDefinition REGISTRATION = CATALOGUE.form("customs_registration");

    @Test
    void aReturnWithoutNamesOpensEverything() {
        var all = Corrections.of(TRADE, List.of(), List.of());

        assertThat(all.locks()).isFalse();
        assertThat(all.opens("phone")).isTrue();
        assertThat(all.opensSlot("licence_scan")).isTrue();
        assertThat(all.opensRows("investors")).isTrue();
    }

    @Test
    void onlyWhatWasNamedIsOpen() {
        var phone = Corrections.of(TRADE, List.of("phone"), List.of());

        assertThat(phone.locks()).isTrue();
        assertThat(phone.opens("phone")).isTrue();
        assertThat(phone.opens("email")).isFalse();
        assertThat(phone.opensSlot("licence_scan")).isFalse();
        assertThat(phone.opensAnyOf(TRADE.section("operator").orElseThrow())).isTrue();
        assertThat(phone.opensAnyOf(TRADE.section("remarks").orElseThrow())).isFalse();
    }

    @Test
    void whatDependsOnANamedFieldIsOpenWithIt() {
        var type = Corrections.of(TRADE, List.of("operator_type"), List.of());

        assertThat(type.opens("head_name")).as("a group shown when it is so").isTrue();
        assertThat(type.opens("legal_rep_name")).isTrue();
        assertThat(type.opensSlot("asset_certificate"))
                .as("a file needed when it is so")
                .isTrue();
        assertThat(type.opens("phone")).isFalse();

        var parent = Corrections.of(REGISTRATION, List.of("parent_name"), List.of());
        assertThat(parent.opens("parent_uscc"))
                .as("a field required when it is filled")
                .isTrue();
    }

    @Test
    void aNamedCellOpensThatCellAndANamedTableItsRows() {
        var cell = Corrections.of(REGISTRATION, List.of("investors.0.investor_name"), List.of());
        assertThat(cell.opens("investors.0.investor_name")).isTrue();
        assertThat(cell.opens("investors.1.investor_name")).isFalse();
        assertThat(cell.opens("investors.0.investor_country")).isFalse();
        assertThat(cell.opensRows("investors")).isFalse();

        var table = Corrections.of(REGISTRATION, List.of("investors"), List.of());
        assertThat(table.opens("investors.7.investor_country")).isTrue();
        assertThat(table.opensRows("investors")).isTrue();
        assertThat(table.opensRows("customs_staff")).isFalse();
    }

    @Test
    void whatIsWrongByNowIsOpenAlsoWhereNobodyNamedIt() {
        var faults = List.of(Fault.at("operator_name_zh", "ERR_NAME_MISMATCH"), Fault.warning("email", "WARN_X"));
        var phone = Corrections.of(TRADE, List.of("phone"), faults);

        assertThat(phone.opens("operator_name_zh")).isTrue();
        assertThat(phone.opens("email")).as("a warning keeps nobody").isFalse();
    }

    @Test
    void anOfficerNamesWhatTheEnterpriseFillsInAndNothingElse() {
        assertThat(List.of("phone", "licence_scan")).allMatch(place -> Corrections.isItem(TRADE, place));
        assertThat(List.of("investors", "investors.0.investor_name"))
                .allMatch(place -> Corrections.isItem(REGISTRATION, place));
        assertThat(List.of("record_no", "uscc", "nothing", "", "a.b.phone", "a.0", "operator"))
                .noneMatch(place -> Corrections.isItem(TRADE, place));
    }
}
