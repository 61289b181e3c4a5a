package io.kouan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/audit-events.md} to the data; with {@code -Dkouan.write} it writes the file instead. */
class AuditEventsDocumentTest {

    private static final Path FILE = Path.of("..", "docs", "audit-events.md");

    @Test
    void theCommittedReferenceSaysWhatTheDataSay() throws IOException {
        if (System.getProperty("kouan.write") != null) {
            Files.writeString(FILE, text());
        }

        assertThat(Files.readString(FILE))
                .as("docs/audit-events.md is out of date; its head says how to make it anew")
                .isEqualTo(text());
    }

    private static String text() {
        var text = new StringBuilder("""
                # Audit events 审计事件

                What is put into the audit log (roles.md section 7). Each entry says who, in which role, office and realm, when, from which address and
                session, to which version of what, with which result and reasons, and what changed, personal data masked. A refusal has the same action
                and the id of its message as result. Made from `spec/…/roles/audit-events.yaml` and the form files; to make it anew:
                `mvn -Dquick -pl spec,ceb,platform -am test -Dtest=AuditEventsDocumentTest -Dkouan.write -Dsurefire.failIfNoSpecifiedTests=false`
                """);
        for (AuditEvents.Kind kind : new AuditEvents().kinds()) {
            head(text, kind.id(), kind.zh(), kind.en());
            kind.events().forEach(event -> row(text, event.action(), event.zh(), event.en(), event.requirement()));
        }
        for (FormDefinition form : FormCatalogue.read(PortProfile.current()).forms()) {
            if (!form.transitions().isEmpty()) {
                head(text, "form/" + form.id(), form.title().zh(), form.title().en());
                form.transitions().stream()
                        .collect(
                                Collectors.toMap(Transition::action, it -> it, (one, other) -> one, LinkedHashMap::new))
                        .values()
                        .forEach(step ->
                                row(text, step.action(), label(form, step, true), label(form, step, false), "AUD-01"));
            }
        }
        return text.toString();
    }

    private static String label(FormDefinition form, Transition step, boolean chinese) {
        return form.buttons().stream()
                .filter(button -> button.key().equals(step.action()))
                .map(button -> chinese ? button.label().zh() : button.label().en())
                .findFirst()
                .orElse("");
    }

    private static void head(StringBuilder text, String id, String zh, String en) {
        text.append("\n## `%s` %s · %s\n\n| action | 中文 | English | requirement |\n| --- | --- | --- | --- |\n"
                .formatted(id, zh, en));
    }

    private static void row(StringBuilder text, String action, String zh, String en, String requirement) {
        text.append("| `%s` | %s | %s | %s |\n".formatted(action, zh, en, requirement));
    }
}
