package io.kouan.platform.qualification;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.TestEnterprise;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Drafts (草稿): who sees, writes, deletes and withdraws them. */
class DraftsTest extends SectionOneFixture {

    @Test
    void h039aDraftIsDeletedAndASubmittedRecordWithdrawn() {
        var draft = begin("foreign_trade_operator");
        var filed = declare(begin("foreign_trade_operator"), TestEnterprise.trade());

        assertThat(editing.delete(draft.id(), draft.version(), admin)).isInstanceOf(Outcome.Done.class);
        assertThat(records.find(draft.id())).isEmpty();
        assertThat(refused(editing.delete(filed.id(), filed.version(), admin))).containsExactly("ERR_NOT_DRAFT_DELETE");

        var withdrawn = done(steps.take(filed.id(), filed.version(), "withdraw", Decision.plain(), admin));
        assertThat(withdrawn.state()).isEqualTo("WITHDRAWN");
        assertThat(refused(steps.take(withdrawn.id(), withdrawn.version(), "withdraw", Decision.plain(), admin)))
                .containsExactly("ERR_STATE");
    }

    @Test
    void h040theSecondOfTwoSaversIsTold() {
        var draft = begin("foreign_trade_operator");
        var typed = new Answers(Map.of("phone", "0756-2538393"), Map.of());

        assertThat(editing.save(draft.id(), draft.version(), typed, Optional.empty(), admin))
                .isInstanceOf(Outcome.Done.class);
        assertThat(refused(editing.save(draft.id(), draft.version(), typed, Optional.empty(), admin)))
                .containsExactly("ERR_VERSION_CONFLICT");
    }

    @Test
    void anotherEnterpriseIsAnsweredAsIfThereWereNothing() {
        var draft = begin("foreign_trade_operator");
        var stranger = TestEnterprise.of(PORT).admin();

        assertThat(PORT.bean(Forms.class).find(draft.id(), stranger)).isEmpty();
        assertThat(refused(editing.save(draft.id(), draft.version(), Answers.NONE, Optional.empty(), stranger)))
                .containsExactly("ERR_FORBIDDEN");
    }

    @Test
    void nobodyWritesWhatIsNotTheirs() {
        var draft = begin("foreign_trade_operator");
        var typed = new Answers(
                Map.of("record_no", "99999999", "uscc", "x", "pre_entry_no", "x", "phone", "0756-2538393"), Map.of());

        var saved = done(editing.save(draft.id(), draft.version(), typed, Optional.empty(), admin));

        assertThat(saved.answers().text("record_no")).isEmpty();
        assertThat(saved.answers().text("uscc")).isEqualTo(creditCode);
        assertThat(saved.answers().text("pre_entry_no")).startsWith("SW");
        assertThat(saved.answers().text("phone")).isEqualTo("0756-2538393");
    }

    /** The registration at the customer service platform is checked by its own room, before there is anybody who could begin a record. */
    @Test
    void aFormWhoseRulesAreNotWrittenForRecordsIsNotOpen() {
        assertThat(refused(editing.begin("customer_service_registration", admin)))
                .containsExactly("ERR_NOT_OPEN");
    }
}
