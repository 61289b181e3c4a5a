package io.kouan.platform.identity;

import io.kouan.platform.forms.check.Answers;
import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * A registration (注册) while it is filled in; lives in the visitor's session. The password is in it as a hash only.
 *
 * @param values what was answered, by field
 * @param passwordHash empty until a right password was typed
 * @param left pages that were left with nothing wrong on them
 * @param readFor mobile number for which a captcha was solved; empty until then
 * @param provedMobile mobile number whose code was typed; empty until then
 */
record RegistrationDraft(
        LinkedHashMap<String, String> values,
        String passwordHash,
        LinkedHashSet<String> left,
        String readFor,
        String provedMobile)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int LONGEST = 400;

    static RegistrationDraft of(Answers initial) {
        return new RegistrationDraft(new LinkedHashMap<>(initial.fields()), "", new LinkedHashSet<>(), "", "");
    }

    Answers answers() {
        return new Answers(values, Map.of());
    }

    /** With the answers of one page in place of those before; passwords do not stay. */
    RegistrationDraft answered(Map<String, String> typed) {
        var changed = new LinkedHashMap<>(values);
        typed.forEach((field, value) -> {
            if (List.of("password", "password_confirm", "captcha", "sms_code").contains(field)) {
                return;
            }
            changed.put(field, value.length() <= LONGEST ? value : value.substring(0, LONGEST));
        });
        return new RegistrationDraft(changed, passwordHash, left, readFor, provedMobile);
    }

    RegistrationDraft withPassword(String hash) {
        return new RegistrationDraft(values, hash, left, readFor, provedMobile);
    }

    RegistrationDraft left(String page) {
        var more = new LinkedHashSet<>(left);
        more.add(page);
        return new RegistrationDraft(values, passwordHash, more, readFor, provedMobile);
    }

    RegistrationDraft read() {
        return new RegistrationDraft(values, passwordHash, left, mobile(), provedMobile);
    }

    RegistrationDraft proved() {
        return new RegistrationDraft(values, passwordHash, left, readFor, mobile());
    }

    String mobile() {
        return values.getOrDefault("mobile", "");
    }

    /** Whether the code was asked for in the only way there is: after a captcha, for this number. */
    boolean hasRead() {
        return !readFor.isEmpty() && readFor.equals(mobile());
    }

    boolean hasProvedMobile() {
        return !provedMobile.isEmpty() && provedMobile.equals(mobile());
    }
}
