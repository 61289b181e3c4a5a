package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfile;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.forms.check.Surroundings;
import io.kouan.platform.forms.definition.Fact;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormRule;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Gathers what a form is looked at against: the day, the enterprise's profile, facts that other rooms know. */
@Component
class FormSurroundings {

    private static final List<String> OF_ITSELF =
            List.of("uscc", "org_code", "enterprise_name_zh", "name_zh", "customs_code");

    private final EnterpriseProfiles profiles;
    private final FormCatalogue catalogue;
    private final FormRecords records;
    private final List<FactSource> sources;
    private final List<ProfileSource> values;
    private final Clock clock;

    FormSurroundings(
            EnterpriseProfiles profiles,
            FormCatalogue catalogue,
            FormRecords records,
            List<FactSource> sources,
            List<ProfileSource> values,
            Clock clock) {
        this.profiles = profiles;
        this.catalogue = catalogue;
        this.records = records;
        this.sources = List.copyOf(sources);
        this.values = List.copyOf(values);
        this.clock = clock;
    }

    /** The same for a record, with what happened to it before. */
    Surroundings of(FormRecord record, Actor actor) {
        var around = of(record.enterprise(), actor.card());
        var facts = new LinkedHashMap<>(around.facts());
        records.actions(record.id()).forEach(action -> facts.put(Fact.did(action), "true"));
        return new Surroundings(around.today(), facts, around.profile(), others(record));
    }

    /** What the enterprise said last on the other forms that this one is held against, as {@code form.field}. */
    private Map<String, String> others(FormRecord record) {
        var others = new LinkedHashMap<String, String>();
        catalogue.form(record.form()).rules().stream()
                .filter(rule -> rule.kind() == FormRule.Kind.MATCH_OTHER_FORM)
                .forEach(rule -> {
                    var form = rule.parameter("other_form");
                    var field = rule.parameter("other_field");
                    record.enterprise().stream()
                            .mapToObj(enterprise -> records.of(enterprise, form))
                            .flatMap(List::stream)
                            .findFirst()
                            .ifPresent(other -> others.put(
                                    form + "." + field, other.answers().text(field)));
                });
        return others;
    }

    Surroundings of(OptionalLong enterprise, String card) {
        var facts = new LinkedHashMap<String, String>();
        var values = new LinkedHashMap<String, String>();
        facts.put(Fact.CARD.id(), card);
        if (enterprise.isPresent()) {
            var profile = profiles.of(enterprise.getAsLong());
            put(facts, profile);
            values.putAll(profile.values());
            OF_ITSELF.forEach(key -> values.put(key, profile.value(key)));
            this.values.forEach(source -> source.of(profile.id()).forEach(values::putIfAbsent));
            sources.forEach(source -> facts.putAll(source.facts(profile.id())));
        }
        return new Surroundings(LocalDate.ofInstant(clock.instant(), PortTime.ZONE), facts, values, Map.of());
    }

    private static void put(Map<String, String> facts, EnterpriseProfile profile) {
        facts.put(Fact.IS_AGENT.id(), Boolean.toString(profile.agent()));
        facts.put(
                Fact.HAS_CUSTOMS_CODE.id(),
                Boolean.toString(profile.customsCode().isPresent()));
        facts.put(Fact.CUSTOMS_CODE_VERIFIED.id(), Boolean.toString(profile.codeVerified()));
    }
}
