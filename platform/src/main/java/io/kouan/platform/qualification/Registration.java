package io.kouan.platform.qualification;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.ProceduralRule;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.SystemValues;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The registration with customs (海关企业注册备案, handbook S2b): its approval gives the enterprise its ten-character customs code,
 * verified, and one that nobody else holds.
 */
@Component
class Registration implements SystemValues {

    static final String FORM = "customs_registration";

    private static final int ZONE = 4;
    private static final int OWNERSHIP = 5;

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

    /** FTO_FIRST: a consignee files as a foreign trade operator first; a broker need not. */
    record TradeFilingFirst(EnterpriseProfiles profiles, FormRecords records, boolean asked) implements ProceduralRule {

        @Override
        public String form() {
            return FORM;
        }

        @Override
        public String id() {
            return "FTO_FIRST";
        }

        @Override
        public List<Fault> broken(Situation situation) {
            if (!situation.is("declare")) {
                return List.of();
            }
            long enterprise = situation.record().enterprise().orElseThrow();
            boolean free = !asked
                    || situation.answers().text("unit_type").equals("BROKER")
                    || !profiles.of(enterprise).value("import_export_code").isEmpty()
                    || records.newest(enterprise, TradeFiling.FORM, Set.of("APPROVED"))
                            .isPresent();
            return free ? List.of() : List.of(Fault.at("unit_type", "ERR_NO_FTO"));
        }
    }

    /** CODE_DIGITS: characters five and six of the code are the economic zone and the class of ownership. */
    record CodeDigits() implements ProceduralRule {

        @Override
        public String form() {
            return FORM;
        }

        @Override
        public String id() {
            return "CODE_DIGITS";
        }

        @Override
        public List<Fault> broken(Situation situation) {
            var code = situation.answers().text("customs_code");
            if (!situation.is("approve") || code.length() <= OWNERSHIP) {
                return List.of();
            }
            boolean fits = situation.answers().text("economic_zone").equals(code.substring(ZONE, ZONE + 1))
                    && situation.answers().text("business_class").equals(code.substring(OWNERSHIP, OWNERSHIP + 1));
            return fits ? List.of() : List.of(Fault.at("customs_code", "ERR_CUSTOMS_CODE"));
        }
    }

    /** CODE_UNIQUE: no two enterprises hold the same code. */
    record CodeUnique(EnterpriseProfiles profiles) implements ProceduralRule {

        @Override
        public String form() {
            return FORM;
        }

        @Override
        public String id() {
            return "CODE_UNIQUE";
        }

        @Override
        public List<Fault> broken(Situation situation) {
            var code = situation.answers().text("customs_code");
            boolean taken = situation.is("approve")
                    && profiles.holderOf(code)
                            .filter(holder ->
                                    holder != situation.record().enterprise().orElseThrow())
                            .isPresent();
            return taken ? List.of(Fault.at("customs_code", "ERR_CUSTOMS_CODE_TAKEN")) : List.of();
        }
    }
}
