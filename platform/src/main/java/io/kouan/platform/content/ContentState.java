package io.kouan.platform.content;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.audit.AuditEntry;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How far a notice or a file of the download centre is (handbook 1.4), and the steps between: 草稿 → 待发布审核 → 已发布 → 已撤回. */
enum ContentState {
    /** 草稿 */
    DRAFT,
    /** 待发布审核 */
    IN_REVIEW,
    /** 已发布 */
    PUBLISHED,
    /** 已撤回 */
    WITHDRAWN;

    /** A step, and the role that takes it. */
    enum Step {
        /** 提交发布 */
        SUBMIT(DRAFT, IN_REVIEW, "CONTENT_EDITOR"),
        /** 退回修改 */
        SEND_BACK(IN_REVIEW, DRAFT, "CONTENT_PUBLISHER"),
        /** 发布 */
        PUBLISH(IN_REVIEW, ContentState.PUBLISHED, "CONTENT_PUBLISHER"),
        /** 撤回, 下架 */
        WITHDRAW(ContentState.PUBLISHED, WITHDRAWN, "CONTENT_PUBLISHER"),
        /** 重新编辑 */
        REOPEN(WITHDRAWN, DRAFT, "CONTENT_EDITOR");

        private final ContentState from;
        private final ContentState to;
        private final String role;

        Step(ContentState from, ContentState to, String role) {
            this.from = from;
            this.to = to;
            this.role = role;
        }

        ContentState to() {
            return to;
        }

        /** The role in which it is taken. */
        String role() {
            return role;
        }

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** The message of what keeps somebody from the step; empty where nothing does. SOD-05 is told before a missing role. */
        Optional<String> refusal(ContentState state, Collection<String> authors, Actor actor) {
            if (this == PUBLISH && authors.contains(actor.login())) {
                return Optional.of("ERR_SELF_APPROVAL");
            }
            if (!actor.has(role)) {
                return Optional.of("ERR_FORBIDDEN");
            }
            return from == state ? Optional.empty() : Optional.of("ERR_STATE");
        }

        /** For the audit log: somebody wanted to take the step and was refused. */
        AuditEntry refused(String kind, long id, int version, Actor actor, String message) {
            return AuditEntry.refused(actor.login(), actor.name(), role, kind, Long.toString(id), key(), message)
                    .version(version);
        }
    }

    /** What somebody may do next. */
    List<Step> steps(Collection<String> authors, Actor actor) {
        return Arrays.stream(Step.values())
                .filter(step -> step.refusal(this, authors, actor).isEmpty())
                .toList();
    }

    /** How a badge shows it. */
    String tone() {
        return switch (this) {
            case DRAFT -> "";
            case IN_REVIEW -> "wait";
            case PUBLISHED -> "good";
            case WITHDRAWN -> "bad";
        };
    }
}
