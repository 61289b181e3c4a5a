package io.kouan.platform.qualification;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.SystemValues;
import io.kouan.platform.forms.check.Answers;
import java.util.HashMap;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The registration with customs (海关企业注册备案, handbook S2b): its approval gives the enterprise its ten-character customs code,
 * verified, and one that nobody else holds.
 */
@Component
class Registration implements SystemValues {

    static final String FORM = "customs_registration";

    private final EnterpriseProfiles profiles;

    Registration(EnterpriseProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public String form() {
        return FORM;
    }

    @Override
    public Answers fill(Situation situation) {
        var answers = situation.answers();
        if (situation.is("begin") && answers.text("licence_no").isEmpty()) {
            answers = answers.with("licence_no", answers.text("uscc"));
        }
        return situation.is("approve")
                ? answers.with("registration_date", situation.around().today().toString())
                : answers;
    }

    @EventListener
    void approved(FormMoved moved) {
        if (moved.record().form().equals(FORM) && moved.action().equals("approve")) {
            var answers = moved.record().answers();
            long enterprise = moved.record().enterprise().orElseThrow();
            var values = new HashMap<String, String>();
            for (String field :
                    List.of("registering_customs", "unit_type", "registered_address", "import_export_code")) {
                values.put(field, answers.text(field));
            }
            profiles.enterCustomsCode(enterprise, answers.text("customs_code"));
            profiles.verifyCustomsCode(enterprise, moved.actor().login());
            profiles.remember(enterprise, values);
        }
    }
}
