package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What waits for an officer, and what is new about it. */
@Service
public class Desk {

    private static final int MOST = 200;

    private final FormCatalogue catalogue;
    private final FormRecords records;

    Desk(FormCatalogue catalogue, FormRecords records) {
        this.catalogue = catalogue;
        this.records = records;
    }

    /** Whether somebody works at a desk at all. */
    public boolean isFor(Actor actor) {
        return !states(actor).isEmpty();
    }

    /** What waits for a step that this officer may take, longest waiting first. */
    public List<FormRecord> queue(Actor actor) {
        var wanted = states(actor);
        var all = wanted.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return records.waiting(wanted.keySet(), all, offices(wanted.keySet(), actor), MOST).stream()
                .filter(record -> wanted.getOrDefault(record.form(), Set.of()).contains(record.state()))
                .toList();
    }

    /** What is settled and could still be acted on, for example declared void; newest first. */
    public List<FormRecord> settled(Actor actor) {
        var wanted = states(actor, true);
        var all = wanted.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return records.waiting(wanted.keySet(), all, offices(wanted.keySet(), actor), MOST).stream()
                .filter(record -> wanted.getOrDefault(record.form(), Set.of()).contains(record.state()))
                .toList()
                .reversed();
    }

    /** The office to which a form's records are limited: the field and its value. */
    private Map<String, Map.Entry<String, String>> offices(Set<String> forms, Actor actor) {
        var offices = new LinkedHashMap<String, Map.Entry<String, String>>();
        for (String form : forms) {
            for (Role role : actor.roles()) {
                OfficeDuty.rule(catalogue.form(form), role)
                        .ifPresent(rule -> offices.put(
                                form,
                                Map.entry(
                                        rule.parameter("field"),
                                        actor.office().of(role).orElse(""))));
            }
        }
        return offices;
    }

    private Map<String, Set<String>> states(Actor actor) {
        return states(actor, false);
    }

    /** States by form from which a step is the officer's. */
    private Map<String, Set<String>> states(Actor actor, boolean settled) {
        var states = new LinkedHashMap<String, Set<String>>();
        for (FormDefinition form : catalogue.forms()) {
            var own = form.transitions().stream()
                    .filter(step -> step.by().stream()
                            .anyMatch(role ->
                                    actor.has(role) && !Role.valueOf(role).isOfEnterprise()))
                    .flatMap(step -> step.from().stream())
                    .filter(state -> form.state(state)
                            .filter(it -> it.settled() == settled)
                            .isPresent())
                    .collect(Collectors.toSet());
            if (!own.isEmpty()) {
                states.put(form.id(), own);
            }
        }
        return states;
    }

    /**
     * What a record held after one of the things that happened to it.
     *
     * @param before what it held the time before, empty the first time
     * @param changed places that differ between the two
     */
    public record Version(FormEvent event, Answers answers, Answers before, Set<String> changed) {
        public Version {
            changed = Set.copyOf(changed);
        }
    }

    /** The record as it stood then; every version that was handed in or decided on is kept. */
    public Optional<Version> version(FormRecord record, int version) {
        var kept = records.history(record.id()).stream()
                .filter(event -> event.answers().isPresent())
                .toList();
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).version() == version) {
                var now = kept.get(i).answers().orElseThrow();
                var before = i == 0 ? Answers.NONE : kept.get(i - 1).answers().orElseThrow();
                var changed = i == 0 ? Set.<String>of() : Differences.between(before, now);
                return Optional.of(new Version(kept.get(i), now, before, changed));
            }
        }
        return Optional.empty();
    }

    /** The places that differ from what was handed in the time before; none the first time. */
    public Set<String> changes(FormRecord record) {
        var handedIn = records.history(record.id()).stream()
                .filter(event ->
                        !event.action().equals("begin") && event.answers().isPresent())
                .filter(event -> Role.valueOf(event.role()).isOfEnterprise())
                .map(event -> event.answers().orElse(Answers.NONE))
                .toList();
        return handedIn.size() < 2
                ? Set.of()
                : Differences.between(handedIn.get(handedIn.size() - 2), handedIn.getLast());
    }
}
