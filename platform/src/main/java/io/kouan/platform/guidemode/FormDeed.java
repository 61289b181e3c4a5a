package io.kouan.platform.guidemode;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.Checklists;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.DeskDeed;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.Tick;
import io.kouan.platform.forms.check.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A decision on a form that needs nothing but the form's own step, as the data say it. */
final class FormDeed implements DeskDeed {

    private final DeedLine line;
    private final Tools tools;

    /** What takes the step. */
    record Tools(FormRecords records, Forms forms, FormSteps steps, Checklists checklists, DrawnValues values) {}

    FormDeed(DeedLine line, Tools tools) {
        this.line = line;
        this.tools = tools;
    }

    @Override
    public String step() {
        return line.step();
    }

    @Override
    public Optional<Waiting> waiting(long enterprise, Officers officers) {
        return tools.records()
                .newest(enterprise, line.form(), Set.of(line.state()))
                .filter(record -> line.template().isEmpty()
                        || record.answers().text("template").equals(line.template()))
                .flatMap(record -> officer(record, officers)
                        .map(officer -> new Waiting(officer, line.role(), () -> take(record, officer))));
    }

    private Optional<Actor> officer(FormRecord record, Officers officers) {
        return line.office().isEmpty()
                ? officers.one(line.role())
                : officers.at(
                        line.role(), record.submitted().orElse(record.answers()).text(line.office()));
    }

    private List<Fault> take(FormRecord record, Actor officer) {
        var decision = Decision.entering(entered(record)).ticking(ticks(record, officer));
        return tools.steps().take(record.id(), record.version(), line.action(), decision, officer)
                        instanceof Outcome.Refused(var faults)
                ? faults
                : List.of();
    }

    private Set<String> ticks(FormRecord record, Actor officer) {
        return tools
                .checklists()
                .of(tools.forms().form(record), record, tools.forms().around(record, officer), Set.of(line.action()))
                .values()
                .stream()
                .flatMap(List::stream)
                .map(Tick::key)
                .collect(Collectors.toSet());
    }

    private Map<String, String> entered(FormRecord record) {
        var values = new HashMap<String, String>();
        line.enter().forEach((field, value) -> values.put(field, tools.values().of(value)));
        line.rows().forEach((table, fields) -> {
            int rows = record.answers().rows(table).size();
            for (int row = 0; row < rows; row++) {
                for (String field : fields) {
                    values.put(table + "." + row + "." + field, "true");
                }
            }
        });
        return values;
    }
}
