package io.kouan.platform.localfiling;

import io.kouan.platform.credentials.Card;
import io.kouan.platform.credentials.Cards;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.SystemValues;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Source;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fills a new form of the local filing with what the enterprise has said before, so that nobody types the same twice. */
@Configuration(proxyBeanMethods = false)
class KnownBefore {

    /** What a form calls by another name than the profile and the other two forms; the first name that is known counts. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "address", List.of("principal_address", "registered_address", "domicile"),
            "principal_address", List.of("address", "registered_address", "domicile"),
            "agent_name", List.of("contact_name"),
            "agent_id_no", List.of("contact_id_no"),
            "agent_mobile", List.of("contact_mobile"),
            "contact_name", List.of("agent_name"),
            "contact_id_no", List.of("agent_id_no"),
            "contact_mobile", List.of("agent_mobile"),
            "contact_phone", List.of("contact_mobile", "agent_mobile", "company_phone"));

    /** Not copied from one form to another: each is signed and decided for itself. */
    private static final Set<String> OF_EACH = Set.of(
            "remark",
            "undertaking",
            "sign_date",
            "apply_date",
            "apply_kind",
            "dxp_id",
            "valid_from",
            "valid_to",
            "plan");

    private static final List<String> TODAY = List.of("sign_date", "apply_date", "valid_from");

    @Bean
    SystemValues knownOfAccess(FormCatalogue catalogue, FormRecords records, Cards cards) {
        return values(catalogue.form(Material.UNIFIED_ACCESS.form()), records, cards);
    }

    @Bean
    SystemValues knownOfDxpUser(FormCatalogue catalogue, FormRecords records, Cards cards) {
        return values(catalogue.form(Material.DXP_USER.form()), records, cards);
    }

    @Bean
    SystemValues knownOfPower(FormCatalogue catalogue, FormRecords records, Cards cards) {
        return values(catalogue.form(Material.POWER_OF_ATTORNEY.form()), records, cards);
    }

    private static SystemValues values(FormDefinition form, FormRecords records, Cards cards) {
        return new SystemValues() {

            @Override
            public String form() {
                return form.id();
            }

            @Override
            public Answers fill(Situation situation) {
                return situation.is("begin")
                        ? begun(form, situation, known(situation, records, cards))
                        : situation.answers();
            }
        };
    }

    private static Map<String, String> known(Situation situation, FormRecords records, Cards cards) {
        long enterprise = situation.record().enterprise().orElseThrow();
        var known = new LinkedHashMap<>(situation.around().profile());
        cards.legalOf(enterprise).ifPresent(card -> known.putAll(ofCard(card)));
        Arrays.stream(Material.values())
                .flatMap(material -> records.of(enterprise, material.form()).stream())
                .filter(record -> record.id() != situation.record().id())
                .sorted(Comparator.comparing(FormRecord::updatedAt))
                .forEach(record -> known.putAll(record.answers().fields()));
        return known;
    }

    private static Map<String, String> ofCard(Card card) {
        return Map.of(
                "encryption_means", card.medium(),
                "card_no", card.number(),
                "cert_serial", card.serial().toUpperCase(Locale.ROOT));
    }

    private static Answers begun(FormDefinition form, Situation situation, Map<String, String> known) {
        var filled = new LinkedHashMap<String, String>();
        form.fields()
                .filter(field -> field.isOpen() && field.source() == Source.USER)
                .map(Field::key)
                .forEach(key -> value(key, known).ifPresent(value -> filled.put(key, value)));
        var today = situation.around().today().toString();
        TODAY.stream().filter(key -> form.field(key).isPresent()).forEach(key -> filled.put(key, today));
        return situation.answers().with(filled);
    }

    private static Optional<String> value(String key, Map<String, String> known) {
        if (OF_EACH.contains(key)) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(key), NAMES.getOrDefault(key, List.of()).stream())
                .map(name -> known.getOrDefault(name, ""))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
