package io.kouan.platform.identity;

import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.forms.definition.Section;
import io.kouan.platform.forms.page.FaultView;
import io.kouan.platform.forms.page.Questions;
import io.kouan.platform.forms.page.SectionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What is asked about somebody new who is to be the administrator of an enterprise (screen {@code operator_account}, but the menus). */
@Component
public class AdministratorForm {

    private final Questions questions;
    private final Operators operators;
    private final FormDefinition screen;
    private final Section section;

    AdministratorForm(Questions questions, Operators operators, FormCatalogue catalogue) {
        this.questions = questions;
        this.operators = operators;
        this.screen = catalogue.screenForm("operator_account", new Label("变更企业管理员", "New administrator"));
        this.section = screen.sections()
                .getFirst()
                .only(Set.of("username", "real_name", "id_type", "id_no", "mobile", "email"));
    }

    public Answers initial() {
        return questions.initial(screen);
    }

    /** What a page's form sent, as it was typed. */
    public Answers typed(MultiValueMap<String, String> sent) {
        return questions.typed(section, sent);
    }

    /** The same in order, for an administrator who works in all menus. */
    public Answers tidy(Answers typed) {
        return questions.tidy(screen, typed).with("may_qualification", "true").with("may_handin", "true");
    }

    /** What is wrong with it, logins and mobile numbers that are taken included. */
    public List<Fault> faults(Answers tidy) {
        var faults = new ArrayList<>(questions.faults(screen, section, tidy));
        return faults.isEmpty() ? operators.taken(tidy) : faults;
    }

    public List<FaultView> told(List<Fault> faults) {
        return questions.told(faults, screen);
    }

    public SectionView ask(Answers answers, List<FaultView> told) {
        return questions.ask(section, answers, told);
    }

    public SectionView tell(Answers answers) {
        return questions.tell(section, answers);
    }
}
