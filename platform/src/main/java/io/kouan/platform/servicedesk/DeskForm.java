package io.kouan.platform.servicedesk;

import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.page.Questions;
import io.kouan.platform.forms.page.SectionView;
import io.kouan.platform.forms.page.Tongue;
import io.kouan.platform.identity.Captchas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** The form 用户注册 as pages ask and check it: both groups on one page, the captcha last. */
@Component
class DeskForm {

    static final String CAPTCHA = "captcha";

    private final FormDefinition form;
    private final Questions questions;
    private final Captchas captchas;

    DeskForm(FormCatalogue catalogue, Questions questions, Captchas captchas) {
        this.form = catalogue.form(DeskRegistration.FORM);
        this.questions = questions;
        this.captchas = captchas;
    }

    Answers initial() {
        return questions.initial(form);
    }

    Answers typed(MultiValueMap<String, String> sent) {
        var typed = Answers.NONE;
        for (var section : form.sections()) {
            typed = typed.with(questions.typed(section, sent).fields());
        }
        return questions.tidy(form, typed);
    }

    /** What is wrong with it; whether the captcha was read is looked at first, and once. */
    List<Fault> faults(Answers answers, String captchaId) {
        boolean read = captchas.isSolvedBy(captchaId, answers.text(CAPTCHA));
        var faults = new ArrayList<>(questions.faults(form, answers));
        faults.removeIf(fault -> fault.place().equals(CAPTCHA));
        if (!read) {
            faults.add(Fault.at(CAPTCHA, "ERR_CAPTCHA"));
        }
        return faults.stream().filter(fault -> !fault.warning()).toList();
    }

    /** The same without captcha, for somebody who proved more. */
    List<Fault> faults(Answers answers) {
        return questions.faults(form, answers).stream()
                .filter(fault -> !fault.warning() && !fault.place().equals(CAPTCHA))
                .toList();
    }

    /** Fills a page. */
    void show(Answers answers, List<Fault> faults, Model model) {
        var told = questions.told(faults, form);
        model.addAttribute("faults", told);
        model.addAttribute(
                "groups",
                form.sections().stream()
                        .map(section -> questions.ask(section, answers, told))
                        .toList());
        model.addAttribute("captcha", captchas.ask());
        model.addAttribute(
                "captchaFault",
                told.stream()
                        .filter(fault -> fault.anchor().equals("f-" + CAPTCHA))
                        .map(fault -> fault.text())
                        .findFirst()
                        .orElse(""));
    }

    /** The groups to be read. */
    List<SectionView> told(Answers answers) {
        return form.sections().stream()
                .map(section -> questions.tell(section, answers))
                .toList();
    }

    Optional<String> label(String state) {
        return form.state(state).map(it -> it.label().in(Tongue.now()));
    }

    FormDefinition definition() {
        return form;
    }
}
