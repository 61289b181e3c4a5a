package io.kouan.platform.localfiling;

import io.kouan.platform.forms.ProceduralRule;
import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of the three forms, under the ids that the forms give them. */
@Configuration(proxyBeanMethods = false)
class MaterialRules {

    private static final String COMPLETE = "complete";

    @Bean
    ProceduralRule starredFilled(FormCatalogue catalogue) {
        var form = catalogue.form(Material.DXP_USER.form());
        return ProceduralRule.of(
                form.id(),
                "STARRED_FILLED",
                situation -> situation.is(COMPLETE)
                        ? Starred.faults("", Starred.missing(form, situation.answers(), situation.around()))
                        : List.of());
    }

    @Bean
    ProceduralRule powerStillValid() {
        return ProceduralRule.of(Material.POWER_OF_ATTORNEY.form(), "STILL_VALID", MaterialRules::completedWhileValid);
    }

    private static List<Fault> completedWhileValid(Situation situation) {
        return situation.is(COMPLETE)
                ? stillValid(situation.answers(), situation.around().today())
                : List.of();
    }

    /** STILL_VALID: the authority has not ended before the day on which the ticket is handed in. */
    static List<Fault> stillValid(Answers power, LocalDate today) {
        var until = power.text("valid_to");
        return !until.isEmpty() && until.compareTo(today.toString()) < 0
                ? List.of(Fault.at("valid_to", "ERR_DATE_ORDER"))
                : List.of();
    }
}
