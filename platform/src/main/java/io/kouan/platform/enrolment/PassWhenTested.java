package io.kouan.platform.enrolment;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.exchange.TrialTaken;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** 联调通过: the message that shows the last of the four test cases moves the enrolment on, and nobody else does. */
@Component
class PassWhenTested {

    private final FormRecords records;
    private final FormSteps steps;
    private final Enrolments enrolments;

    PassWhenTested(FormRecords records, FormSteps steps, Enrolments enrolments) {
        this.records = records;
        this.steps = steps;
        this.enrolments = enrolments;
    }

    @EventListener
    void taken(TrialTaken message) {
        records.newest(message.enterprise(), Enrolments.FORM, Set.of(Enrolments.TESTING))
                .filter(record -> Enrolments.dxpId(record).equals(message.dxpId()))
                .filter(enrolments::hasPassed)
                .ifPresent(record ->
                        steps.take(record.id(), record.version(), "pass_test", Decision.plain(), Actor.program()));
    }
}
