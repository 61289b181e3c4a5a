package io.kouan.platform.audit;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is put into the log beyond the steps of forms, as {@code roles/audit-events.yaml} says (AUD-01). */
@Component
public class AuditEvents implements AuditNames {

    private final List<Kind> kinds = new ArrayList<>();

    AuditEvents() {
        new SpecFile("roles/audit-events.yaml")
                .yaml()
                .at("kinds")
                .map()
                .forEach((id, kind) -> kinds.add(kind(id, kind)));
    }

    /** Something that things are done to. */
    public record Kind(String id, String zh, String en, List<Event> events) {

        private String in(Language language) {
            return language == Language.ZH ? zh : en;
        }
    }

    /** Something that is done to it. */
    public record Event(String action, String zh, String en, String requirement) {

        private String in(Language language) {
            return language == Language.ZH ? zh : en;
        }
    }

    private static Kind kind(String id, SpecNode node) {
        return new Kind(
                id,
                node.text("zh"),
                node.text("en"),
                node.at("events").map().entrySet().stream()
                        .map(event -> new Event(
                                event.getKey(),
                                event.getValue().text("zh"),
                                event.getValue().text("en"),
                                event.getValue().text("aud")))
                        .toList());
    }

    /** All of them, in the order of the file. */
    public List<Kind> kinds() {
        return List.copyOf(kinds);
    }

    @Override
    public Optional<String> kind(String kind, Language language) {
        return find(kind).map(known -> known.in(language));
    }

    @Override
    public Optional<String> action(String kind, String action, Language language) {
        return find(kind).stream()
                .flatMap(known -> known.events().stream())
                .filter(event -> event.action().equals(action))
                .map(event -> event.in(language))
                .findFirst();
    }

    private Optional<Kind> find(String id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
}
