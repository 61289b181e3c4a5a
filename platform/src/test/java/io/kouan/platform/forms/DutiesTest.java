package io.kouan.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.OfficeScope;
import io.kouan.platform.accounts.Permissions;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.FormRule;
import io.kouan.platform.forms.definition.Transition;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step of every form, in every role: who may take it (roles.md sections 3 and 4), generated from the form files. */
class DutiesTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.read(PortProfile.current());
    private static final Permissions PERMISSIONS = Permissions.read();
    private static final Map<String, List<String>> ALSO = Map.of(
            "customer_service_registration", List.of("cs_accounts", "staff"),
            "unified_access_handin", List.of("handin_permission"));
    private static final OfficeScope HERE = new OfficeScope("here", "here");
    private static final long OWN = 1;
    private static final long OTHER = 2;

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("steps")
    void aStepIsOpenToItsRolesAndClosedToAllOthers(String name, FormDefinition form, Transition step) {
        for (Role role : people()) {
            boolean named = step.by().contains(role.name());
            var refusal = Duties.refusal(form, step, record(form, step), actor(role, OWN));

            assertThat(refusal.isEmpty())
                    .as(role + " in its own enterprise or at its desk")
                    .isEqualTo(named);
            if (!named) {
                assertThat(refusal).get().isIn("ERR_FORBIDDEN", "ERR_CARD_REQUIRED");
            }
        }
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("steps")
    void anotherEnterpriseTakesNoStepWhateverItsRole(String name, FormDefinition form, Transition step) {
        for (Role role : people()) {
            if (role.isOfEnterprise()) {
                assertThat(Duties.refusal(form, step, record(form, step), actor(role, OTHER)))
                        .as(role.name())
                        .contains("ERR_FORBIDDEN");
                assertThat(Duties.maySee(form, record(form, step), Forms.roles(form), actor(role, OTHER)))
                        .as(role.name())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("steps")
    void sod01nobodyDecidesInTheOwnAffairs(String name, FormDefinition form, Transition step) {
        for (Role role : people()) {
            if (role.isOfEnterprise() || !step.by().contains(role.name())) {
                continue;
            }
            var insider = new Actor("insider", "王关", OptionalLong.of(OWN), Set.of(role), "none", HERE);
            var submitter = new Actor("submitter", "陈桥", OptionalLong.empty(), Set.of(role), "none", HERE);

            assertThat(Duties.refusal(form, step, record(form, step), insider)).contains("ERR_SELF_APPROVAL");
            assertThat(Duties.refusal(form, step, record(form, step), submitter))
                    .contains("ERR_SELF_APPROVAL");
        }
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("steps")
    void sod10staffTakeNoStepThatIsTheEnterprises(String name, FormDefinition form, Transition step) {
        boolean ofEnterprisesOnly = step.by().stream().map(Role::valueOf).allMatch(Role::isOfEnterprise);
        for (Role role : people()) {
            if (ofEnterprisesOnly && !role.isOfEnterprise()) {
                assertThat(Duties.refusal(form, step, record(form, step), actor(role, OWN)))
                        .as(role.name())
                        .contains("ERR_FORBIDDEN");
            }
        }
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("steps")
    void theFormsAndThePermissionsMatrixSayTheSame(String name, FormDefinition form, Transition step) {
        for (String by : step.by()) {
            var role = Role.valueOf(by);
            if (role == Role.SYSTEM || !PERMISSIONS.functions().contains(form.id())) {
                continue;
            }
            var rights = role.isOfEnterprise()
                    ? new Right[] {Right.CREATE, Right.UPDATE, Right.SUBMIT}
                    : new Right[] {Right.DECIDE, Right.ISSUE, Right.CREATE, Right.ADMINISTER};
            assertThat(functions(form).anyMatch(function -> PERMISSIONS.allow(Set.of(role), function, rights)))
                    .as(form.id() + ": " + role + " takes the step " + step.action()
                            + ", the matrix gives no right to it")
                    .isTrue();
        }
    }

    @Test
    void sod09aFunctionOfTheLegalPersonNeedsTheCardInThisSession() {
        var change = CATALOGUE.form("customs_registration_change");
        var submit = change.transitions().stream()
                .filter(step -> step.by().equals(List.of("ENT_LEGAL")))
                .findFirst()
                .orElseThrow();

        assertThat(Duties.refusal(change, submit, record(change, submit), actor(Role.ENT_ADMIN, OWN)))
                .contains("ERR_CARD_REQUIRED");
        assertThat(Duties.refusal(change, submit, record(change, submit), actor(Role.ENT_LEGAL, OWN)))
                .isEmpty();
    }

    @Test
    void sod13urgencyReplacesNoApproval() {
        var urgent = CATALOGUE.forms().stream()
                .flatMap(form -> form.transitions().stream())
                .filter(step -> step.action().equals("expedite"))
                .toList();

        assertThat(urgent).isNotEmpty().allMatch(step -> step.from().equals(List.of(step.to())));
    }

    /** The matrix has a line for some steps of a form alone. */
    private static Stream<String> functions(FormDefinition form) {
        return Stream.concat(Stream.of(form.id()), ALSO.getOrDefault(form.id(), List.of()).stream());
    }

    static Stream<Arguments> steps() {
        return CATALOGUE.forms().stream()
                .flatMap(form -> form.transitions().stream()
                        .filter(step -> !step.by().isEmpty())
                        .map(step -> Arguments.of(form.id(), form, step)));
    }

    private static Set<Role> people() {
        var roles = EnumSet.allOf(Role.class);
        roles.removeAll(Set.of(Role.VISITOR, Role.SYSTEM));
        return roles;
    }

    private static Actor actor(Role role, long enterprise) {
        return new Actor(
                "somebody",
                "某人",
                role.isOfEnterprise() ? OptionalLong.of(enterprise) : OptionalLong.empty(),
                Set.of(role),
                role == Role.ENT_LEGAL ? "legal_person" : "none",
                HERE);
    }

    private static FormRecord record(FormDefinition form, Transition step) {
        var state = step.from().isEmpty() ? form.initialState() : step.from().getFirst();
        return new FormRecord(
                1,
                form.id(),
                form.version(),
                Optional.of("SW1"),
                OptionalLong.of(OWN),
                state,
                1,
                Answers.NONE,
                Optional.of(new Answers(offices(form), Map.of())),
                Set.of(),
                "submitter",
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.of("submitter"),
                Optional.of(Instant.EPOCH),
                Optional.empty());
    }

    /** Handed in at the office at which all its reviewers sit. */
    private static Map<String, String> offices(FormDefinition form) {
        return form.rules().stream()
                .filter(rule -> rule.kind() == FormRule.Kind.OFFICE_SCOPE)
                .collect(Collectors.toMap(rule -> rule.parameter("field"), rule -> "here", (one, same) -> one));
    }
}
