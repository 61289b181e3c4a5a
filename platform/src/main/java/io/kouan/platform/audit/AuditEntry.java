package io.kouan.platform.audit;

import java.util.List;
import java.util.Map;

/**
 * One thing that somebody did, or tried and was refused (AUD-02). The log adds number, time, address and session. Holds neither
 * passwords nor keys nor payloads (AUD-05); personal data are masked before they come here.
 *
 * @param login who; {@code system} for the program itself
 * @param role the role in which it was done; empty where none applies
 * @param kind what it was done to, for example {@code form/customs_registration}, {@code card}, {@code account}
 * @param object number or id of that
 * @param version version of the object that was looked at; 0 where it has none
 * @param action for example {@code approve}, {@code sign-in}
 * @param result {@code done}, or the message id of the refusal
 * @param reasons codes of the reasons given
 * @param reason their text
 * @param before fields before, as far as they changed
 * @param after fields after
 */
public record AuditEntry(
        String login,
        String name,
        String role,
        String kind,
        String object,
        int version,
        String action,
        String result,
        List<String> reasons,
        String reason,
        Map<String, String> before,
        Map<String, String> after) {

    public static final String DONE = "done";

    public AuditEntry {
        reasons = List.copyOf(reasons);
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** Something done. */
    public static AuditEntry done(String login, String name, String role, String kind, String object, String action) {
        return refused(login, name, role, kind, object, action, DONE);
    }

    /** Something tried and refused with a message. */
    public static AuditEntry refused(
            String login, String name, String role, String kind, String object, String action, String message) {
        return new AuditEntry(login, name, role, kind, object, 0, action, message, List.of(), "", Map.of(), Map.of());
    }

    public AuditEntry version(int seen) {
        return new AuditEntry(login, name, role, kind, object, seen, action, result, reasons, reason, before, after);
    }

    public AuditEntry because(List<String> codes, String text) {
        return new AuditEntry(login, name, role, kind, object, version, action, result, codes, text, before, after);
    }

    public AuditEntry change(Map<String, String> from, Map<String, String> to) {
        return new AuditEntry(login, name, role, kind, object, version, action, result, reasons, reason, from, to);
    }
}
