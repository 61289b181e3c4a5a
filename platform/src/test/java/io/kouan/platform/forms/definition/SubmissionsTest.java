package io.kouan.platform.forms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.Role;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever hands a form in hands in a valid one: every step out of nothing or out of a draft demands it, whatever the form. */
class SubmissionsTest {

    static Stream<Arguments> submissions() {
        return FormCatalogue.read(PortProfile.current()).forms().stream()
                .flatMap(form -> form.transitions().stream()
                        .filter(step -> handsIn(form, step))
                        .map(step -> Arguments.of(form.id(), step.action(), step)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("submissions")
    void whatIsHandedInIsValid(String form, String action, Transition step) {
        assertThat(step.needsValidForm()).as(form + " " + action).isTrue();
    }

    @Test
    void aRefusedRegistrationThatIsSentAgainIsValid() {
        var again =
                FormCatalogue.read(PortProfile.current()).form("customer_service_registration").transitions().stream()
                        .filter(step -> step.action().equals("resubmit"));

        assertThat(again).hasSize(1).allMatch(Transition::needsValidForm);
    }

    /** By whoever fills it in, out of nothing or of a draft, into a state where somebody else looks at it or it counts. */
    private static boolean handsIn(FormDefinition form, Transition step) {
        boolean begins = form.transitions().stream()
                .anyMatch(other -> other.from().isEmpty() && other.to().equals(form.initialState()));
        boolean fromDraft = !begins && step.from().contains(form.initialState());
        boolean byFiller =
                step.by().stream().map(Role::valueOf).anyMatch(role -> role.isOfEnterprise() || role == Role.VISITOR);
        var to = form.state(step.to()).orElseThrow();
        return byFiller && (step.from().isEmpty() || fromDraft) && !to.end() && !to.settled();
    }
}
