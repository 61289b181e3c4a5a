package io.kouan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouan.platform.TestFilings;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.PageRefused;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Outcome;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What is in the audit log after something was done, or tried (roles.md section 7). */
class AuditTest {

    private static final TestPort PORT = TestPort.shared();

    private final FormSteps steps = PORT.bean(FormSteps.class);
    private final AuditLog log = PORT.bean(AuditLog.class);
    private final TestFilings filings = TestFilings.on(PORT);
    private final FormRecord filed = filings.filed();

    @Test
    void aud01everyStepIsInTheLogWithWhatItChanged() {
        steps.take(
                filed.id(),
                filed.version(),
                "approve",
                Decision.entering(Map.of("record_no", "03512345")),
                TestFilings.officer("commerce", Role.MOFCOM_REVIEWER));

        var entries = entries(filed);
        assertThat(entries).extracting(AuditRecord::action).containsSubsequence("begin", "declare", "approve");
        var approval = entries.getLast();
        assertThat(approval.login()).isEqualTo("commerce");
        assertThat(approval.role()).isEqualTo("MOFCOM_REVIEWER");
        assertThat(approval.realm()).isEqualTo("SW");
        assertThat(approval.version()).isEqualTo(filed.version());
        assertThat(approval.result()).isEqualTo("done");
        assertThat(approval.before()).containsEntry("state", "SUBMITTED").doesNotContainKey("record_no");
        assertThat(approval.after()).containsEntry("state", "APPROVED").containsEntry("record_no", "03512345");
    }

    @Test
    void reasonsAreInTheLog() {
        steps.take(
                filed.id(),
                filed.version(),
                "return",
                Decision.because("营业执照扫描件不清晰", "UNREADABLE"),
                TestFilings.officer("commerce", Role.MOFCOM_REVIEWER));

        assertThat(entries(filed).getLast().reasons()).containsExactly("UNREADABLE");
        assertThat(entries(filed).getLast().reason()).isEqualTo("营业执照扫描件不清晰");
    }

    @Test
    void personalDataStandInTheLogMasked() {
        var declared = entries(filed).getLast();

        assertThat(declared.after()).containsEntry("legal_rep_id_no", "440402********0016");
        assertThat(PORT.count("audit_entry", "content like ?", "%" + TestFilings.ID_NUMBER + "%"))
                .isZero();
    }

    @Test
    void h038aRefusedSelfApprovalChangesNothingAndIsInTheLog() {
        var officer = new Actor(
                "insider",
                "王关",
                OptionalLong.of(filings.enterprise()),
                Set.of(Role.MOFCOM_REVIEWER, Role.ENT_OPERATOR),
                "none");

        var outcome = steps.take(
                filed.id(), filed.version(), "approve", Decision.entering(Map.of("record_no", "03512345")), officer);

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(PORT.bean(FormRecords.class).find(filed.id())).contains(filed);
        var entry = entries(filed).getLast();
        assertThat(entry.login()).isEqualTo("insider");
        assertThat(entry.action()).isEqualTo("approve");
        assertThat(entry.result()).isEqualTo("ERR_SELF_APPROVAL");
    }

    @Test
    void whatIsTriedWithoutRightIsInTheLog() {
        steps.take(
                filed.id(),
                filed.version(),
                "approve",
                Decision.plain(),
                TestFilings.officer("window", Role.CUS_WINDOW_CLERK));

        assertThat(PORT.count(
                        "audit_entry",
                        "login = 'window' and action = 'approve' and result = 'ERR_FORBIDDEN' and object = ?",
                        filed.number().orElseThrow()))
                .isEqualTo(1);
    }

    @Test
    void aud04aChangeWhoseEntryCannotBeWrittenFails() {
        PORT.db()
                .sql("alter table audit_entry drop constraint if exists ck_test")
                .update();
        PORT.db()
                .sql("alter table audit_entry add constraint ck_test check (login <> 'unwritable') not valid")
                .update();
        var transaction = new TransactionTemplate(PORT.bean(PlatformTransactionManager.class));
        var beginning = "T" + UUID.randomUUID();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    PORT.db()
                            .sql("insert into form_number (beginning, value) values (:beginning, 1)")
                            .param("beginning", beginning)
                            .update();
                    log.write(AuditEntry.done("unwritable", "", "", "test", "1", "try"));
                }))
                .hasMessageContaining("ck_test");

        assertThat(PORT.count("form_number", "beginning = ?", beginning)).isZero();
    }

    @Test
    void anEntryOfAChangeThatIsTakenBackIsTakenBackToo() {
        var transaction = new TransactionTemplate(PORT.bean(PlatformTransactionManager.class));
        var object = UUID.randomUUID().toString();

        transaction.executeWithoutResult(status -> {
            log.write(AuditEntry.done("somebody", "", "", "test", object, "try"));
            status.setRollbackOnly();
        });

        assertThat(PORT.count("audit_entry", "object = ?", object)).isZero();
    }

    @Test
    void aud09whoeverIsRefusedFiveTimesInTenMinutesIsToldToTheSecurityAdministratorsOnce() {
        var login = "prowler-" + UUID.randomUUID();
        for (int i = 1; i <= 7; i++) {
            refuse(login);
            assertThat(alerts(login)).isEqualTo(i < 5 ? 0 : 1);
        }
        assertThat(PORT.count("audit_entry", "object = ? and action = 'repeated_refusals'", login))
                .isEqualTo(1);
    }

    @Test
    void theChainIsWholeAfterAllThis() {
        assertThat(PORT.bean(AuditChain.class).check()).isInstanceOf(ChainCheck.Whole.class);
    }

    private void refuse(String login) {
        PORT.bean(AuditRefusedPages.class)
                .refused(new PageRefused(login, "某人", Set.of(Role.CS_AGENT), "GET", "/audit", "audit_log"));
    }

    private long alerts(String login) {
        return PORT.count(
                "notification n join inbox_entry i on i.notification_id = n.id",
                "i.login = 'security' and n.given ->> 'login' = ?",
                login);
    }

    private static List<AuditRecord> entries(FormRecord record) {
        return PORT.db()
                .sql("select content from audit_entry where object = :object order by number")
                .param("object", record.number().orElseThrow())
                .query((row, number) -> JsonMapper.shared().readValue(row.getString("content"), AuditRecord.class))
                .list();
    }
}
