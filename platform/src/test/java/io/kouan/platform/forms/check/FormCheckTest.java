package io.kouan.platform.forms.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormCheckTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.read(PortProfile.current());
    private static final Surroundings AROUND = Surroundings.on(LocalDate.of(2026, 11, 23));

    private final FormCheck check = new FormCheck(CATALOGUE);
    private final FormDefinition registration = CATALOGUE.form("user_registration");
    private final FormDefinition trade = CATALOGUE.form("foreign_trade_operator");
    private final FormDefinition customs = CATALOGUE.form("customs_registration");

    @Test
    void anEmptyFormNamesEveryFieldThatIsRequiredAndShown() {
        var faults = check.submission(registration, Answers.NONE, Map.of(), AROUND);

        assertThat(faults).extracting(Fault::place).contains("uscc", "username", "password", "agree_terms");
        assertThat(faults).extracting(Fault::place).doesNotContain("customs_code", "card_cert_serial", "org_code");
        assertThat(faults)
                .filteredOn(fault -> fault.place().equals("agree_terms"))
                .extracting(Fault::message)
                .containsExactly("ERR_TERMS");
    }

    @Test
    void aDraftIsOnlyLookedAtWhereItIsFilledIn() {
        var answers = new Answers(Map.of("uscc", "91440400MA5CBEC280"), Map.of());

        assertThat(check.draft(registration, answers, AROUND)).containsExactly(Fault.at("uscc", "ERR_USCC"));
    }

    @Test
    void whatWasTypedIsPutInOrderFirst() {
        var typed = new Answers(
                Map.of(
                        "uscc",
                        " ９１440400ma5cbec28x\u200b ",
                        "mobile",
                        "+86 138 0013 8000",
                        "landline",
                        "0756--8125566"),
                Map.of());

        var tidy = check.tidy(registration, typed, AROUND);

        assertThat(tidy.text("uscc")).isEqualTo("91440400MA5CBEC28X");
        assertThat(tidy.text("mobile")).isEqualTo("13800138000");
        assertThat(tidy.text("landline")).isEqualTo("0756-8125566");
    }

    @Test
    void whatIsHiddenIsNeitherRequiredNorKept() {
        var answers =
                new Answers(Map.of("operator_type", "INDIV", "registered_capital", "100", "assets_usd", "3"), Map.of());

        var tidy = check.tidy(trade, answers, AROUND);

        assertThat(tidy.fields()).containsKey("assets_usd").doesNotContainKey("registered_capital");
        assertThat(check.submission(trade, tidy, Map.of(), AROUND))
                .extracting(Fault::place)
                .contains("head_name", "asset_certificate", "licence_scan")
                .doesNotContain("legal_rep_name", "registered_capital");
    }

    @Test
    void whatNobodyAskedForIsThrownAway() {
        var answers = new Answers(Map.of("is_admin", "true", "username", "someone1"), Map.of("nowhere", List.of()));

        assertThat(check.tidy(registration, answers, AROUND))
                .isEqualTo(new Answers(Map.of("username", "someone1"), Map.of()));
    }

    @Test
    void aLengthFaultIsToldInTheWordsOfTheValidator() {
        var answers = new Answers(Map.of("username", "abc"), Map.of());

        assertThat(check.draft(registration, answers, AROUND))
                .extracting(Fault::message)
                .containsExactly("ERR_USERNAME");
    }

    @Test
    void aRowSaysWhereItIsWrong() {
        var good = Map.of(
                "investor_name",
                "甲",
                "investor_country",
                "CHN",
                "investment_form",
                "现金",
                "investment_amount",
                "1",
                "investment_currency",
                "CNY");
        var bad = Map.of(
                "investor_name",
                "乙",
                "investor_country",
                "XXX",
                "investment_form",
                "现金",
                "investment_amount",
                "1.23456",
                "investment_currency",
                "CNY");
        var answers = new Answers(Map.of(), Map.of("investors", List.of(good, bad)));

        assertThat(check.draft(customs, answers, AROUND))
                .containsExactly(
                        Fault.at("investors.1.investor_country", "ERR_OPTION"),
                        Fault.at("investors.1.investment_amount", "ERR_NUMBER"));
    }

    @Test
    void aTableNeedsItsLeastRows() {
        assertThat(check.submission(customs, Answers.NONE, Map.of(), AROUND))
                .contains(Fault.at("investors", "ERR_REQUIRED"));
    }

    @Test
    void twoRowsWithTheSameNumberAreOneTooMany() {
        var row = Map.of(
                "staff_name",
                "李四",
                "staff_id_type",
                "RESIDENT_ID",
                "staff_id_no",
                "440402199001011236",
                "staff_action",
                "FILE");
        var answers = new Answers(Map.of(), Map.of("customs_staff", List.of(row, row)));

        assertThat(check.submission(customs, answers, Map.of(), AROUND))
                .contains(Fault.at("customs_staff.1.staff_id_no", "ERR_DUPLICATE_ROW", Map.of("row", "2")));
    }

    @Test
    void rulesOverSeveralFieldsAreKept() {
        var answers = new Answers(
                Map.of("licence_date", "2026-11-24", "licence_expiry", "2026-01-01", "name_zh", "别的公司有限公司"), Map.of());
        var around = new Surroundings(
                LocalDate.of(2026, 11, 23), Map.of(), Map.of("enterprise_name_zh", "珠海 某某 有限公司"), Map.of());

        assertThat(check.submission(customs, answers, Map.of(), around))
                .contains(
                        Fault.at("licence_expiry", "ERR_DATE_ORDER"),
                        Fault.at("licence_date", "ERR_FUTURE"),
                        Fault.at("name_zh", "ERR_NAME_MISMATCH"));
    }

    @Test
    void aNameStandsForItsCodeWhereOnlyOneHasIt() {
        assertThat(check.tidy(registration, new Answers(Map.of("admin_area", "珠海市斗门区"), Map.of()), AROUND)
                        .text("admin_area"))
                .isEqualTo("440403");
        assertThat(check.tidy(registration, new Answers(Map.of("admin_area", "市"), Map.of()), AROUND)
                        .text("admin_area"))
                .isEqualTo("市");
    }

    @Test
    void aMinorCannotActForAnEnterprise() {
        var answers = new Answers(Map.of("id_type", "RESIDENT_ID", "id_no", minor()), Map.of());

        assertThat(check.draft(registration, answers, AROUND)).containsExactly(Fault.at("id_no", "ERR_UNDER_AGE"));
    }

    private static String minor() {
        for (char last : "0123456789X".toCharArray()) {
            var number = "44040220200101123" + last;
            if (CheckCharacters.fitsPersonNumber(number)) {
                return number;
            }
        }
        throw new AssertionError();
    }
}
