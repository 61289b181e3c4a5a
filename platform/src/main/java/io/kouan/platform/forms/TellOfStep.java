package io.kouan.platform.forms;

import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.notifications.NotificationText;
import io.kouan.platform.notifications.NotificationTexts;
import io.kouan.platform.notifications.Notifications;
import io.kouan.platform.notifications.Reader;
import io.kouan.platform.notifications.Recipients;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts out the notification that a step of a form names (handbook section 4), in the step's own transaction. Takes from the form only
 * what the notification's text asks for.
 */
@Component
class TellOfStep {

    private static final String UNKNOWN = "—";

    private final FormCatalogue catalogue;
    private final NotificationTexts texts;
    private final Notifications notifications;
    private final List<StepValues> rooms;

    TellOfStep(FormCatalogue catalogue, NotificationTexts texts, Notifications notifications, List<StepValues> rooms) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.notifications = notifications;
        this.rooms = List.copyOf(rooms);
        // a form that names a notification which does not exist stops the start
        catalogue.forms().stream()
                .flatMap(form -> form.transitions().stream())
                .flatMap(step -> step.notification().stream())
                .forEach(texts::text);
    }

    @EventListener
    void tell(FormMoved moved) {
        moved.notification().ifPresent(id -> {
            var form = catalogue.form(moved.record().form());
            var text = texts.text(id);
            var readers =
                    text.to().stream().flatMap(to -> readers(to, form, moved)).toList();
            notifications.tell(id, readers, values(text, form, moved));
        });
    }

    private Stream<Reader> readers(String to, FormDefinition form, FormMoved moved) {
        var record = moved.record();
        var own = "/forms/" + record.form() + "/" + record.id();
        var desk = "/desk/" + record.id();
        var applicant = new Reader(new Recipients.OnePerson(record.submittedBy().orElse(record.createdBy())), own);
        return switch (to) {
            case "person", "applicant" -> Stream.of(applicant);
            case "enterprise" ->
                Stream.concat(
                        ofEnterprise(record, Role.ENT_ADMIN, follows(form, Role.ENT_ADMIN) ? own : ""),
                        Stream.of(applicant));
            case "queue" ->
                form.transitions().stream()
                        .filter(step -> step.from().contains(record.state()))
                        .flatMap(step -> step.by().stream())
                        .map(Role::valueOf)
                        .filter(role -> !role.isOfEnterprise() && role != Role.SYSTEM && role != Role.VISITOR)
                        .distinct()
                        .map(role -> new Reader(staff(form, record, role), desk));
            default -> {
                var role = Role.valueOf(to);
                yield role.isOfEnterprise()
                        ? Stream.concat(ofEnterprise(record, role, own), Stream.of(applicant))
                        : Stream.of(new Reader(staff(form, record, role), desk));
            }
        };
    }

    /** Who is told of a record and has nothing to do with its form, reads that, and is led nowhere. */
    private static boolean follows(FormDefinition form, Role role) {
        return Forms.roles(form).contains(role.name());
    }

    /** Reviewers who have an office hear only of what was handed in there. */
    private static Recipients staff(FormDefinition form, FormRecord record, Role role) {
        return OfficeDuty.rule(form, role)
                .<Recipients>map(
                        rule -> new Recipients.Seated(role, record.answers().text(rule.parameter("field"))))
                .orElseGet(() -> new Recipients.Holders(role));
    }

    private static Stream<Reader> ofEnterprise(FormRecord record, Role role, String link) {
        return record.enterprise().isPresent()
                ? Stream.of(
                        new Reader(new Recipients.Members(record.enterprise().getAsLong(), role), link))
                : Stream.empty();
    }

    private Map<String, String> values(NotificationText text, FormDefinition form, FormMoved moved) {
        var known = new HashMap<>(moved.record().answers().fields());
        known.put("form", form.title().zh());
        known.put("form.en", form.title().en());
        known.put(
                "no",
                moved.record().number().orElse(Long.toString(moved.record().id())));
        known.put("reason", moved.decision().reason());
        known.put("items", moved.decision().reason());
        rooms.forEach(room -> known.putAll(room.of(moved)));
        var values = new HashMap<String, String>();
        for (String name : text.values()) {
            var value = known.getOrDefault(name, "");
            values.put(name, value.isBlank() ? UNKNOWN : value);
            if (known.containsKey(name + ".en")) {
                values.put(name + ".en", known.getOrDefault(name + ".en", ""));
            }
        }
        return values;
    }
}
