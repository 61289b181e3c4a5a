package io.kouan.platform.qualification;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 退回修改: only the wrong items are mended, and everything else stays as it was handed in, whatever a request says. */
class ReturnForCorrectionTest {

    private static final TestPort PORT = TestPort.shared();
    private static final Actor COMMERCE = officer("commerce", Role.MOFCOM_REVIEWER);
    private static final Actor REGISTRAR = officer("registrar", Role.CUS_REG_REVIEWER);

    private final TestEnterprise company = TestEnterprise.of(PORT);

    @Test
    void theNamedFieldIsMendedAndAForgedChangeOfAnotherIsRefused() {
        var back = returned(company.tradeFiling(), COMMERCE, "phone");

        var forged = save(back, new Answers(Map.of("phone", "0756-2538393", "email", "x@example.com"), Map.of()));
        assertThat(faults(forged)).containsExactly(tuple("ERR_NOT_RETURNED", "email"));

        var mended = done(save(back, new Answers(Map.of("phone", "0756-2538393"), Map.of())));
        assertThat(mended.answers().text("email")).isEqualTo("office@example.com");
        var again = done(company.take(mended, "declare", Decision.plain(), company.admin()));
        assertThat(again.answers().text("phone")).isEqualTo("0756-2538393");
    }

    @Test
    void aReturnWithoutNamesLeavesEverythingOpen() {
        var back = returned(company.tradeFiling(), COMMERCE);

        var mended = done(save(back, new Answers(Map.of("email", "x@example.com"), Map.of())));

        assertThat(mended.answers().text("email")).isEqualTo("x@example.com");
    }

    @Test
    void whatDependsOnTheNamedFieldMayBeAnswered() {
        var back = returned(company.tradeFiling(), COMMERCE, "operator_type");

        var answers = Map.of(
                "head_id_type",
                "RESIDENT_ID",
                "operator_type",
                "INDIV",
                "head_name",
                "王港",
                "head_id_no",
                "440402197203150016",
                "assets_usd",
                "12.5");
        var mended = done(save(back, new Answers(answers, Map.of())));
        company.attach(mended, "asset_certificate", company.admin());

        assertThat(mended.answers().text("head_name")).isEqualTo("王港");
        assertThat(done(company.take(mended, "declare", Decision.plain(), company.admin()))
                        .state())
                .isEqualTo("SUBMITTED");
    }

    @Test
    void aCellIsMendedAndNoRowComesOrGoes() {
        company.approvedTradeFiling();
        var back = returned(company.registration(), REGISTRAR, "investors.0.investor_name");
        var row = new HashMap<>(back.answers().rows("investors").getFirst());

        row.put("investor_name", "李珠");
        var mended = done(save(back, rows(row)));
        assertThat(mended.answers().rows("investors").getFirst()).containsEntry("investor_name", "李珠");

        row.put("investment_amount", "900");
        assertThat(faults(save(mended, rows(row))))
                .containsExactly(tuple("ERR_NOT_RETURNED", "investors.0.investment_amount"));
        assertThat(faults(save(mended, rows(row, row)))).containsExactly(tuple("ERR_NOT_RETURNED", "investors"));
        assertThat(faults(save(mended, rows()))).containsExactly(tuple("ERR_NOT_RETURNED", "investors"));
    }

    @Test
    void filesStayWhereTheirSlotWasNotNamed() throws IOException {
        var back = returned(company.tradeFiling(), COMMERCE, "phone");
        var attachments = PORT.bean(FormAttachments.class);
        var file = attachments.of(back).get("licence_scan").getFirst().id();

        assertThat(attachments.remove(back, file, company.admin()))
                .extracting(Fault::message)
                .containsExactly("ERR_NOT_RETURNED");
        assertThat(attachments.put(
                        back, "signed_form", "a.pdf", new ByteArrayInputStream(new byte[8]), company.admin()))
                .extracting(Fault::message)
                .containsExactly("ERR_NOT_RETURNED");
        assertThat(attachments.of(back).get("licence_scan")).hasSize(1);
    }

    @Test
    void aNamedFileIsReplaced() {
        var back = returned(company.tradeFiling(), COMMERCE, "licence_scan");
        var attachments = PORT.bean(FormAttachments.class);
        var file = attachments.of(back).get("licence_scan").getFirst().id();

        assertThat(attachments.remove(back, file, company.admin())).isEmpty();
        company.attach(back, "licence_scan", company.admin());

        assertThat(faults(save(back, new Answers(Map.of("phone", "0756-2538393"), Map.of()))))
                .containsExactly(tuple("ERR_NOT_RETURNED", "phone"));
        assertThat(done(company.take(back, "declare", Decision.plain(), company.admin()))
                        .state())
                .isEqualTo("SUBMITTED");
    }

    @Test
    void aSecondReturnCountsAloneAndTheFirstNoLonger() {
        var first = returned(company.tradeFiling(), COMMERCE, "phone");
        var again = done(company.take(first, "declare", Decision.plain(), company.admin()));

        var second = returned(again, COMMERCE, "email");

        assertThat(faults(save(second, new Answers(Map.of("phone", "0756-2538393"), Map.of()))))
                .containsExactly(tuple("ERR_NOT_RETURNED", "phone"));
        done(save(second, new Answers(Map.of("email", "x@example.com"), Map.of())));
    }

    private FormRecord returned(FormRecord filed, Actor officer, String... named) {
        var decision = Decision.because("请核对后重新申报", "MISMATCH").naming(named);
        return done(company.take(filed, "return", decision, officer));
    }

    private Outcome save(FormRecord record, Answers answers) {
        return PORT.bean(FormEditing.class)
                .save(record.id(), record.version(), answers, Optional.empty(), company.admin());
    }

    @SafeVarargs
    private static Answers rows(Map<String, String>... rows) {
        return new Answers(Map.of(), Map.of("investors", List.of(rows)));
    }

    private static List<org.assertj.core.groups.Tuple> faults(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome)
                .faults().stream()
                        .map(fault -> tuple(fault.message(), fault.place()))
                        .toList();
    }
}
