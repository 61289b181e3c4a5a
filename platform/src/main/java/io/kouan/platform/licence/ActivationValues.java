package io.kouan.platform.licence;

import io.kouan.platform.forms.Situation;
import io.kouan.platform.forms.SystemValues;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What the program fills into a request: the licence that it begins with, and when it is handed in what the file says of the computer. */
@Component
class ActivationValues implements SystemValues {

    private final LicenceRegister register;
    private final RequestFiles files;
    private final Clock clock;

    ActivationValues(LicenceRegister register, RequestFiles files, Clock clock) {
        this.register = register;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String form() {
        return ActivationForm.ID;
    }

    @Override
    public Answers fill(Situation situation) {
        var answers = situation.answers();
        if (situation.is("begin")) {
            var today = LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
            return register.of(situation.record().enterprise().orElseThrow()).stream()
                    .filter(licence -> licence.isUsable(today))
                    .findFirst()
                    .map(licence -> answers.with(ActivationForm.LICENCE, licence.number()))
                    .orElse(answers);
        }
        if (!situation.is("submit")) {
            return answers;
        }
        return files.look(
                        situation.record(),
                        answers.text(ActivationForm.LICENCE),
                        situation.actor().login(),
                        true)
                .request()
                .map(request -> ActivationForm.withComputer(answers, request))
                .orElse(answers);
    }
}
