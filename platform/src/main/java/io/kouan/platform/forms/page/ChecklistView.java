package io.kouan.platform.forms.page;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.forms.Tick;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A checklist (审核清单) as the desk shows it.
 *
 * @param label of the step for which it is ticked
 */
public record ChecklistView(String label, List<Group> groups) {

    /** What belongs to one file or paper. */
    public record Group(String label, List<Box> boxes) {}

    /**
     * A box to tick.
     *
     * @param kind SEAL, SIGNATURE or POINT
     */
    public record Box(String key, String kind, String label, int page, boolean ticked) {}

    static List<ChecklistView> of(
            FormDefinition form, Map<String, List<Tick>> lists, Set<String> ticked, Language language) {
        return lists.entrySet().stream()
                .filter(list -> !list.getValue().isEmpty())
                .map(list -> new ChecklistView(
                        form.buttonOf(list.getKey())
                                .map(label -> label.in(language))
                                .orElse(list.getKey()),
                        groups(list.getValue(), ticked, language)))
                .toList();
    }

    private static List<Group> groups(List<Tick> ticks, Set<String> ticked, Language language) {
        var groups = new LinkedHashMap<String, List<Box>>();
        for (Tick tick : ticks) {
            groups.computeIfAbsent(tick.group().in(language), label -> new ArrayList<>())
                    .add(new Box(
                            tick.key(),
                            tick.kind().name(),
                            tick.label().in(language),
                            tick.page(),
                            ticked.contains(tick.key())));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }
}
