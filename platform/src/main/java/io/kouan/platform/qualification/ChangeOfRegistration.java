package io.kouan.platform.qualification;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What an approved change of registration brings: the registration and the profile hold the new types and the website (H-063). */
@Component
class ChangeOfRegistration {

    private final FormRecords records;
    private final FormSteps steps;
    private final EnterpriseProfiles profiles;

    ChangeOfRegistration(FormRecords records, FormSteps steps, EnterpriseProfiles profiles) {
        this.records = records;
        this.steps = steps;
        this.profiles = profiles;
    }

    @EventListener
    void approved(FormMoved moved) {
        if (!moved.record().form().equals(ChangeRules.FORM) || !moved.action().equals("approve")) {
            return;
        }
        long enterprise = moved.record().enterprise().orElseThrow();
        var values = new LinkedHashMap<String, String>();
        for (String field : List.of("cbec_types", "company_website")) {
            values.put(field, moved.record().answers().text(field));
        }
        profiles.remember(enterprise, values);
        records.newest(enterprise, Registration.FORM, Set.of("APPROVED"))
                .ifPresent(record -> steps.amend(record, values, moved.actor(), Role.CUS_REG_REVIEWER.name()));
    }
}
