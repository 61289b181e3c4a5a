package io.kouan.platform.identity;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.StoredPasswords;
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
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a new password twice and looks at it (password_policy): what it must hold, and that it is none of the last five. */
@Component
class NewPassword {

    private static final String PASSWORD = "new_password";
    private static final String AGAIN = "new_password_confirm";

    private final FormDefinition screen;
    private final Section section;
    private final Questions questions;
    private final StoredPasswords passwords;
    private final AccountAudit audit;

    NewPassword(FormCatalogue catalogue, Questions questions, StoredPasswords passwords, AccountAudit audit) {
        this.audit = audit;
        this.screen = catalogue.screenForm("forgotten_password", new Label("忘记密码", "Forgotten password"));
        this.section = screen.sections().getFirst().only(List.of(PASSWORD, AGAIN));
        this.questions = questions;
        this.passwords = passwords;
    }

    /** What is wrong with it, for this person. */
    List<Fault> faults(String login, String password, String again) {
        var answers = new Answers(Map.of("username", login, PASSWORD, password, AGAIN, again), Map.of());
        var faults = new ArrayList<>(questions.faults(screen, section, answers));
        if (faults.isEmpty() && !password.equals(again)) {
            faults.add(Fault.at(AGAIN, "ERR_PASSWORD_CONFIRM"));
        }
        if (faults.isEmpty() && passwords.wasUsed(login, password)) {
            faults.add(Fault.at(PASSWORD, "ERR_PASSWORD_POLICY"));
        }
        return faults;
    }

    /** Takes it. */
    @Transactional
    void take(Account account, String password, String action) {
        passwords.replace(account.login(), password, false);
        audit.done(account, action);
    }

    List<FaultView> told(List<Fault> faults) {
        return questions.told(faults, screen);
    }

    SectionView asked(List<FaultView> faults) {
        return questions.ask(section, Answers.NONE, faults);
    }
}
