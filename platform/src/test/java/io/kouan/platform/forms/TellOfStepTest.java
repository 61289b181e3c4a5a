package io.kouan.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Mask;
import io.kouan.platform.forms.definition.Transition;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes out when a record moves, for every step of every form that tells of itself. */
class TellOfStepTest {

    private static final TestPort PORT = TestPort.shared();
    private static final long ENTERPRISE = PORT.bean(EnterpriseProfiles.class)
            .open("91440400MA5NOTE" + "1XY", "珠海消息测试有限公司", Optional.empty(), false, Map.of());
    private static final String ADMIN = person(Optional.of(ENTERPRISE), Role.ENT_ADMIN);
    private static final String CLERK = person(Optional.of(ENTERPRISE), Role.ENT_OPERATOR);
    private static final String OFFICER = person(Optional.empty(), Role.CUS_REG_REVIEWER);

    static {
        // somebody at each desk, so that there is somebody to be told
        for (Role role : Role.values()) {
            if (!role.isOfEnterprise()) {
                person(Optional.empty(), role);
            }
        }
    }

    private final TellOfStep telling = PORT.bean(TellOfStep.class);

    static Stream<Arguments> steps() {
        return PORT.bean(FormCatalogue.class).forms().stream()
                .flatMap(form -> form.transitions().stream()
                        .filter(step -> step.notification().isPresent())
                        .map(step -> Arguments.of(
                                Named.of(form.id(), form), Named.of(step.action() + " to " + step.to(), step))));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyStepTellsWithoutAnythingThatIsMasked(FormDefinition form, Transition step) {
        telling.tell(moved(form, step, "第三项有误"));

        var told = PORT.db()
                .sql("select kind || given::text from notification order by id desc limit 1")
                .query(String.class)
                .single();
        assertThat(told).startsWith(step.notification().orElseThrow()).doesNotContain("GEHEIM");
    }

    @Test
    void aSubmissionIsToldToWhoHandedItInAndToTheOfficersWhoDecide() {
        var form = form("customs_registration");
        telling.tell(moved(form, form.steps("declare", "DRAFT").getFirst(), ""));

        assertThat(last(CLERK)).isEqualTo("N-10 /forms/customs_registration/4711");
        assertThat(last(OFFICER)).isEqualTo("N-10 /desk/4711");
    }

    @Test
    void aReturnIsToldToTheAdministratorsAndToWhoHandedItIn() {
        var form = form("customs_registration");
        telling.tell(moved(form, form.steps("return", "SUBMITTED").getFirst(), "地址不符"));

        assertThat(last(CLERK)).isEqualTo("N-12 /forms/customs_registration/4711");
        assertThat(last(ADMIN)).isEqualTo("N-12 /forms/customs_registration/4711");
        assertThat(PORT.db()
                        .sql("select given ->> 'reason' from notification order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("地址不符");
    }

    private static FormMoved moved(FormDefinition form, Transition step, String reason) {
        var answers = new HashMap<String, String>();
        form.fields()
                .forEach(field -> answers.put(
                        field.key(), field.isSecret() || field.mask() != Mask.NONE ? "GEHEIM" : field.key()));
        var record = new FormRecord(
                4711,
                form.id(),
                1,
                Optional.of("SW1"),
                OptionalLong.of(ENTERPRISE),
                step.to(),
                2,
                new Answers(answers, Map.of()),
                Optional.empty(),
                Set.of(),
                CLERK,
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.of(CLERK),
                Optional.of(Instant.EPOCH),
                Optional.empty());
        return new FormMoved(
                record,
                step.action(),
                step.from().stream().findFirst().orElse(""),
                Actor.program(),
                Decision.because(reason),
                step.notification());
    }

    private static FormDefinition form(String id) {
        return PORT.bean(FormCatalogue.class).form(id);
    }

    private static String last(String login) {
        return PORT.db().sql("""
                        select n.kind || ' ' || e.link
                          from inbox_entry e join notification n on n.id = e.notification_id
                         where e.login = :login order by n.id desc limit 1
                        """).param("login", login).query(String.class).single();
    }

    private static String person(Optional<Long> enterprise, Role role) {
        var login = "t" + UUID.randomUUID().toString().replace("-", "");
        PORT.bean(People.class).register(login, "x", "张三", enterprise, Set.of(role));
        return login;
    }
}
