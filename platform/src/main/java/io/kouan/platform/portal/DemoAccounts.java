package io.kouan.platform.portal;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The accounts (演示账号) that the sandbox draws at its first start; none outside the sandbox. */
@Component
class DemoAccounts {

    private final Path file;
    private final boolean sandbox;
    private final MessageSource texts;
    private final FormCatalogue forms;
    private final JsonMapper json;

    DemoAccounts(
            Home home,
            @Value("${kouan.sandbox:true}") boolean sandbox,
            MessageSource texts,
            FormCatalogue forms,
            JsonMapper json) {
        this.file = home.resolve("sandbox/sandbox.json");
        this.sandbox = sandbox;
        this.texts = texts;
        this.forms = forms;
        this.json = json;
    }

    /** An account that everybody may use, since nothing behind it is real. */
    record Account(String who, String login, String password) {}

    List<Account> in(Language language) {
        if (!sandbox || !Files.isReadable(file)) {
            return List.of();
        }
        var content = json.readTree(file.toFile());
        var names = names(content, language);
        var accounts = new ArrayList<Account>();
        for (JsonNode person : content.path("people")) {
            var enterprise = person.path("enterprise").asString("");
            accounts.add(new Account(
                    enterprise.isEmpty()
                            ? staff(
                                    person.path("role").asString(""),
                                    person.path("office").asString(""),
                                    language)
                            : names.getOrDefault(enterprise, enterprise),
                    person.path("login").asString(""),
                    person.path("password").asString("")));
        }
        return accounts;
    }

    private String staff(String role, String office, Language language) {
        var name = staff(role, language);
        return office.isEmpty() ? name : name + " · " + office;
    }

    private String staff(String role, Language language) {
        return forms.roles().contains(role)
                ? forms.role(role).in(language)
                : texts.getMessage("signin.demo.operator", null, LocaleContextHolder.getLocale());
    }

    private static Map<String, String> names(JsonNode content, Language language) {
        var names = new HashMap<String, String>();
        for (JsonNode enterprise : content.path("enterprises")) {
            names.put(
                    enterprise.path("customsCode").asString(""),
                    enterprise
                            .path(language == Language.ZH ? "nameZh" : "nameEn")
                            .asString(""));
        }
        return names;
    }
}
