package io.kouan.platform.documents;

import io.kouan.platform.accounts.EnterpriseProfile;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what a document is printed from: the record itself, or what else the enterprise has on file. */
@Component
class Manuscripts {

    private final FormCatalogue catalogue;
    private final FormRecords records;
    private final EnterpriseProfiles profiles;

    Manuscripts(FormCatalogue catalogue, FormRecords records, EnterpriseProfiles profiles) {
        this.catalogue = catalogue;
        this.records = records;
        this.profiles = profiles;
    }

    /** The manuscript; empty where nothing is on file that the document could show. */
    Optional<Manuscript> of(DocumentDefinition document, FormRecord record) {
        var form = catalogue.form(document.form());
        if (record.form().equals(document.form())) {
            return Optional.of(Manuscript.of(record, form.initialState()));
        }
        long enterprise = record.enterprise().orElseThrow();
        var below = newest(document, form, enterprise)
                .map(base -> Manuscript.behind(record, base.answers(), base.number()))
                .or(() -> elsewhere(document, form, record));
        return below.map(base -> over(document, record, enterprise)
                .map(over -> base.under(
                        over, shared(form, over), catalogue.form(over.form()).initialState()))
                .orElse(base));
    }

    private Optional<FormRecord> newest(DocumentDefinition document, FormDefinition form, long enterprise) {
        var states = document.source(form.id())
                .map(DocumentDefinition.Source::states)
                .orElse(List.of());
        return records.newest(enterprise, form.id(), states);
    }

    private Optional<FormRecord> over(DocumentDefinition document, FormRecord record, long enterprise) {
        return document.over()
                .flatMap(over -> record.form().equals(over.form())
                        ? Optional.of(record)
                        : records.newest(enterprise, over.form(), over.states()));
    }

    private List<String> shared(FormDefinition form, FormRecord over) {
        return catalogue
                .form(over.form())
                .fields()
                .map(Field::key)
                .filter(key -> form.field(key).isPresent())
                .toList();
    }

    /** An enterprise that was registered before it came here has no record, but its profile knows what it is called and its code. */
    private Optional<Manuscript> elsewhere(DocumentDefinition document, FormDefinition form, FormRecord record) {
        var profile = profiles.of(record.enterprise().orElseThrow());
        if (document.profile().isEmpty() || profile.value(document.profile()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Manuscript.behind(record, known(form, profile), Optional.empty()));
    }

    private static Answers known(FormDefinition form, EnterpriseProfile profile) {
        var values = new HashMap<String, String>();
        form.sections().stream()
                .filter(section -> !section.isTable())
                .flatMap(section -> section.fields().stream())
                .forEach(field -> values.put(field.key(), profile.value(named(field.key()))));
        values.values().removeIf(String::isEmpty);
        return new Answers(values, Map.of());
    }

    /** The profile keeps some values under the name of the form that asks for them most. */
    private static String named(String field) {
        return switch (field) {
            case "operator_name_zh" -> "enterprise_name_zh";
            case "operator_name_en" -> "name_en";
            case "record_no" -> "fto_record_no";
            default -> field;
        };
    }
}
