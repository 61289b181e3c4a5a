package io.kouan.platform.qualification;

import io.kouan.platform.forms.ProceduralRule;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.Fact;
import java.util.List;

/** The change of registration (注册信息变更申请, handbook S2c): e-commerce types and website, only with the legal person's card. */
final class RegistrationChange {

    static final String FORM = "customs_registration_change";

    private RegistrationChange() {}

    /** HAS_CODE: there has to be a registration that can be changed. */
    record HasCode() implements ProceduralRule {

        @Override
        public String form() {
            return FORM;
        }

        @Override
        public String id() {
            return "HAS_CODE";
        }

        @Override
        public List<Fault> broken(Situation situation) {
            var held = situation.around().facts().get(Fact.HAS_CUSTOMS_CODE.id());
            return "true".equals(held) ? List.of() : List.of(Fault.at("", "ERR_NO_CUSTOMS_CODE"));
        }
    }

    /** LEGAL_CARD: submitted in a session of that card. */
    record LegalCard() implements ProceduralRule {

        @Override
        public String form() {
            return FORM;
        }

        @Override
        public String id() {
            return "LEGAL_CARD";
        }

        @Override
        public List<Fault> broken(Situation situation) {
            boolean missing =
                    situation.is("submit") && !situation.actor().card().equals("legal_person");
            return missing ? List.of(Fault.at("", "ERR_CARD_REQUIRED")) : List.of();
        }
    }
}
