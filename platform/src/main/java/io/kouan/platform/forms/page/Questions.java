package io.kouan.platform.forms.page;

import io.kouan.platform.forms.Corrections;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.FormCheck;
import io.kouan.platform.forms.check.Surroundings;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Section;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Asks and checks questions of a form that is no record: for rooms that keep the answers themselves. The questions look and are judged
 * as everywhere else.
 */
@Component
public class Questions {

    private final FormCatalogue catalogue;
    private final FormCheck check;
    private final Clock clock;

    Questions(FormCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.check = new FormCheck(catalogue);
        this.clock = clock;
    }

    /** A group as a page shows it, to be written. */
    public SectionView ask(Section section, Answers answers, List<FaultView> faults) {
        return view(section, answers, faults, true);
    }

    /** A group as a page shows it, to be read. */
    public SectionView tell(Section section, Answers answers) {
        return view(section, answers, List.of(), false);
    }

    private SectionView view(Section section, Answers answers, List<FaultView> faults, boolean writable) {
        var maker = new FieldView.Maker(catalogue, around(), Tongue.now(), faults);
        return writable
                ? SectionView.writable(section, answers, maker, Corrections.ALL)
                : SectionView.of(section, answers, maker, Set.of());
    }

    /** What a page's form sent for a group, as it was typed. */
    public Answers typed(Section section, MultiValueMap<String, String> sent) {
        return Typed.of(section, sent, Corrections.ALL, Answers.NONE);
    }

    /** The same in order: half-width, without spaces around, without what is not asked. */
    public Answers tidy(FormDefinition form, Answers answers) {
        return check.tidy(form, answers, around());
    }

    /** What is wrong with one group. */
    public List<Fault> faults(FormDefinition form, Section section, Answers answers) {
        return check.section(form, section, answers, around());
    }

    /** What is wrong with the whole, rules over several fields included. */
    public List<Fault> faults(FormDefinition form, Answers answers) {
        return check.submission(form, answers, Map.of(), around());
    }

    /** Faults as a page tells them. */
    public List<FaultView> told(List<Fault> faults, FormDefinition form) {
        return FaultView.of(faults, form, catalogue, Tongue.now());
    }

    /** An empty form: what is chosen before anybody chooses. */
    public Answers initial(FormDefinition form) {
        var answers = new LinkedHashMap<String, String>();
        form.fields()
                .filter(field -> !field.initial().isEmpty())
                .forEach(field -> answers.put(field.key(), field.initial()));
        return new Answers(answers, Map.of());
    }

    private Surroundings around() {
        return Surroundings.on(LocalDate.ofInstant(clock.instant(), PortTime.ZONE));
    }
}
