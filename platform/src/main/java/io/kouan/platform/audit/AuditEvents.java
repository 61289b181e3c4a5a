package io.kouan.platform.audit;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is put into the log beyond the steps of forms, as {@code roles/audit-events.yaml} says (AUD-01). */
@Component
public class AuditEvents implements AuditNames {

    private final List<Kind> kinds = new ArrayList<>();
    private final Map<String, Name> fields = new LinkedHashMap<>();

    AuditEvents() {
        var file = new SpecFile("roles/audit-events.yaml").yaml().only(Set.of("kinds", "fields"));
        file.at("kinds").map().forEach((id, kind) -> kinds.add(kind(id, kind)));
        file.at("fields").map().forEach((id, field) -> fields.put(id, new Name(field.text("zh"), field.text("en"))));
    }

    private record Name(String zh, String en) {

        private String in(Language language) {
            return language == Language.ZH ? zh : en;
        }
    }

    /**
     * Something that things are done to.
     *
     * @param states how the keys of the texts begin that name its states; empty where it has none
     */
    public record Kind(String id, String zh, String en, String states, List<Event> events) {

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
                node.findText("states").orElse(""),
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

    @Override
    public Optional<String> field(String kind, String place, Language language) {
        return Optional.ofNullable(fields.get(place)).map(known -> known.in(language));
    }

    /** The key of the text that names a state of such a thing. */
    Optional<String> stateText(String kind, String state) {
        return find(kind).map(Kind::states).filter(prefix -> !prefix.isEmpty()).map(prefix -> prefix + "." + state);
    }

    private Optional<Kind> find(String id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
}
