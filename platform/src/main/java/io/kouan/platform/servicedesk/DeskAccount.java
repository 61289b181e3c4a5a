package io.kouan.platform.servicedesk;

import io.kouan.platform.forms.check.Answers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account of the customer service platform (客服平台账号).
 *
 * @param answers what was filled in (用户注册), without any secret
 * @param person login of who is behind it: somebody of the Single Window, or kept for this account alone
 * @param enterprise empty before it was approved
 */
record DeskAccount(
        long id,
        String login,
        State state,
        String creditCode,
        String mobile,
        Answers answers,
        String person,
        Optional<Long> enterprise,
        Instant submitted,
        Optional<Instant> decided,
        List<String> reasons,
        String reason,
        Optional<Expedited> expedited,
        int version) {

    DeskAccount {
        reasons = List.copyOf(reasons);
    }

    /** States of the form; 锁定 is computed from failures and kept nowhere. */
    enum State {
        /** 待审批 */
        PENDING,
        /** 正常 */
        ACTIVE,
        /** 审批不通过 */
        REJECTED,
        /** 停用 */
        DISABLED
    }

    /** A telephone call that asked for haste (加急). */
    record Expedited(String caller, String phone, Instant at) {}

    String company() {
        return answers.text("company_full_name");
    }

    String name() {
        return answers.text("real_name");
    }
}
