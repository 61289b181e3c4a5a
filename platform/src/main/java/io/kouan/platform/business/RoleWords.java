package io.kouan.platform.business;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What opened roles (业务角色) are called where people read of them: the type and the entry, not the code. */
@Component
class RoleWords {

    private final MessageSource texts;

    RoleWords(MessageSource texts) {
        this.texts = texts;
    }

    /** {roles} of N-52 in both languages. */
    Map<String, String> of(List<String> roles) {
        return Map.of("roles", in(Locale.CHINESE, "、", roles), "roles.en", in(Locale.ENGLISH, ", ", roles));
    }

    private String in(Locale language, String between, List<String> roles) {
        return roles.stream()
                .map(role -> texts.getMessage("business.role." + role, null, language))
                .collect(Collectors.joining(between));
    }
}
