package io.kouan.platform.notifications;

import io.kouan.ceb.port.PortProfile;
import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import io.kouan.platform.accounts.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All notifications of {@code notifications/notifications.yaml}; a mistake in the file stops the start. */
public final class NotificationTexts {

    private static final Set<String> GROUPS = Set.of("person", "applicant", "enterprise", "queue");

    private final Map<String, NotificationText> texts;

    private NotificationTexts(Map<String, NotificationText> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** Reads the file that comes with the program. */
    public static NotificationTexts read() {
        return read(new SpecFile("notifications/notifications.yaml")
                .yaml(PortProfile.current().words()::in));
    }

    static NotificationTexts read(SpecNode file) {
        var texts = new LinkedHashMap<String, NotificationText>();
        file.only(Set.of("notifications"))
                .at("notifications")
                .map()
                .forEach((id, node) -> texts.put(id, text(id, node)));
        return new NotificationTexts(texts);
    }

    private static NotificationText text(String id, SpecNode node) {
        node.only(Set.of("to", "values", "title", "zh", "en"));
        var title = node.at("title").only(Set.of("zh", "en"));
        try {
            return new NotificationText(
                    id,
                    node.list("to").stream().map(NotificationTexts::addressee).toList(),
                    new HashSet<>(
                            node.list("values").stream().map(SpecNode::text).toList()),
                    new NotificationText.Wording(title.text("zh"), title.text("en")),
                    new NotificationText.Wording(node.text("zh"), node.text("en")));
        } catch (IllegalArgumentException e) {
            throw new BadSpecification(node.where(), String.valueOf(e.getMessage()));
        }
    }

    private static String addressee(SpecNode node) {
        var text = node.text();
        if (!GROUPS.contains(text)
                && Arrays.stream(Role.values()).noneMatch(role -> role.name().equals(text))) {
            throw new BadSpecification(node.where(), "neither a group nor a role: " + text);
        }
        return text;
    }

    public Collection<NotificationText> all() {
        return texts.values();
    }

    public Optional<NotificationText> find(String id) {
        return Optional.ofNullable(texts.get(id));
    }

    /** The text of that id; an unknown id is a mistake of the program. */
    public NotificationText text(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no notification " + id));
    }

    /** To whom it goes, in the words of the file. */
    public List<String> to(String id) {
        return text(id).to();
    }
}
