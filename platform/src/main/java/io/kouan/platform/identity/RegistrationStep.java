package io.kouan.platform.identity;

import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The pages of a registration in their order; each asks one group of questions of the form {@code user_registration}. */
enum RegistrationStep {
    KIND("account_kind", "account_kind"),
    ENTERPRISE("enterprise", "enterprise"),
    ADMINISTRATOR("administrator", "administrator"),
    MOBILE("mobile", "administrator"),
    CHECK("check", "administrator");

    private static final List<String> PROOFS = List.of("captcha", "sms_code");
    private static final List<String> LAST = List.of("agree_terms");

    private final String path;
    private final String section;

    RegistrationStep(String path, String section) {
        this.path = path;
        this.section = section;
    }

    static Optional<RegistrationStep> at(String path) {
        return Arrays.stream(values()).filter(step -> step.path.equals(path)).findFirst();
    }

    String path() {
        return path;
    }

    int number() {
        return List.of(values()).indexOf(this) + 1;
    }

    RegistrationStep next() {
        return values()[Math.min(number(), values().length - 1)];
    }

    /** The questions of the page. */
    Section questions(FormDefinition form) {
        var whole = form.section(section).orElseThrow();
        return switch (this) {
            case KIND, ENTERPRISE -> whole;
            case ADMINISTRATOR -> whole.only(others(whole));
            case MOBILE -> whole.only(PROOFS);
            case CHECK -> whole.only(LAST);
        };
    }

    private static Set<String> others(Section whole) {
        return whole.fields().stream()
                .map(Field::key)
                .filter(key -> !PROOFS.contains(key) && !LAST.contains(key))
                .collect(Collectors.toSet());
    }
}
