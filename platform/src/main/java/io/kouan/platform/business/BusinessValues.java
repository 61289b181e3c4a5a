package io.kouan.platform.business;

import io.kouan.platform.forms.ProfileSource;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.SystemValues;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.transmission.Realm;
import java.util.HashSet;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the program fills into a request: the filings that it rests on, and in the end the roles that were opened. */
@Component
class BusinessValues implements SystemValues, ProfileSource {

    private final BusinessRules rules;
    private final OpenedRoles roles;

    BusinessValues(BusinessRules rules, OpenedRoles roles) {
        this.rules = rules;
        this.roles = roles;
    }

    @Override
    public String form() {
        return BusinessRequest.FORM;
    }

    @Override
    public Map<String, String> of(long enterprise) {
        return rules.customsFiling(enterprise)
                .flatMap(filing -> filing.number())
                .map(number -> Map.of("customs_filing_no", number))
                .orElse(Map.of());
    }

    @Override
    public Answers fill(Situation situation) {
        long enterprise = situation.record().enterprise().orElseThrow();
        var filled = situation
                .answers()
                .with(
                        "customs_office",
                        rules.customsFiling(enterprise)
                                .map(filing -> filing.answers().text("customs_office"))
                                .orElse(""))
                .with(
                        "inspection_filing_no",
                        rules.inspectionFiling(enterprise)
                                .map(filing -> filing.answers().text("enterprise_filing_no"))
                                .orElse(""));
        if (!situation.is("open_roles")) {
            return filled;
        }
        var types = BusinessRequest.types(filled);
        var open = new HashSet<>(roles.of(types, Realm.CUSTOMS));
        if (rules.inspectionFiling(enterprise).isPresent()) {
            open.addAll(roles.of(types, Realm.INSPECTION));
        }
        return BusinessRequest.withRoles(filled, roles, open);
    }
}
