package io.kouan.platform.staff;

import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.FormCheck;
import io.kouan.platform.forms.check.Surroundings;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The screen 工作人员账号: its fields come from the specification and are checked like those of any form. */
@Component
class StaffScreen {

    private static final String ID = "staff_account";

    private final FormCatalogue catalogue;
    private final FormCheck check;
    private final FormDefinition details;
    private final Clock clock;

    StaffScreen(FormCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.check = new FormCheck(catalogue);
        this.clock = clock;
        this.details = form(fields().stream()
                .filter(field -> StaffDetails.KEYS.contains(field.key()))
                .toList());
    }

    /** All fields, in the order of the screen. */
    List<Field> fields() {
        return catalogue.screen(ID);
    }

    Field field(String key) {
        return fields().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
    }

    /** What was typed, put in order. */
    Map<String, String> tidy(Map<String, String> typed) {
        return check.tidy(details, new Answers(typed, Map.of()), around()).fields();
    }

    List<Fault> faults(Map<String, String> tidy) {
        return check.submission(details, new Answers(tidy, Map.of()), Map.of(), around());
    }

    /** Whether an office is on its list today. */
    boolean isOffice(String list, String code) {
        return catalogue.options(list).find(code, today()).isPresent();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
    }

    private Surroundings around() {
        return Surroundings.on(today());
    }

    private static FormDefinition form(List<Field> fields) {
        return FormDefinition.ofScreen("details", new Label("工作人员账号", "Staff account"), fields);
    }
}
