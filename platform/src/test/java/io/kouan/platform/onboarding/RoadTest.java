package io.kouan.platform.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.EnterpriseProfile;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoadTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.read(PortProfile.current());
    private static final List<RoadStep> STEPS = RoadStep.road(CATALOGUE);

    @Test
    void h024ANewcomerBeginsWithTheTradeFilingAndEverythingAfterIsBlocked() {
        var standings = walk(newcomer(), Map.of());

        assertThat(states(standings))
                .containsEntry("A1", StepState.DONE)
                .containsEntry("A2", StepState.OPEN)
                .containsEntry("A3", StepState.BLOCKED)
                .containsEntry("A4", StepState.BLOCKED)
                .containsEntry("B", StepState.BLOCKED)
                .containsEntry("C", StepState.BLOCKED)
                .containsEntry("D1", StepState.BLOCKED)
                .containsEntry("D2", StepState.BLOCKED)
                .containsEntry("D3", StepState.BLOCKED)
                .containsEntry("C0", StepState.OPEN);
        assertThat(Road.next(standings))
                .hasValueSatisfying(next -> assertThat(next.step().id()).isEqualTo("A2"));
    }

    @Test
    void h025AHolderOfACustomsCodeSkipsSectionOneAndHearsWhy() {
        var standings = walk(profile(Optional.of("4404160ABC"), false), Map.of());

        assertThat(standings.get(1).skip()).isEqualTo(Road.Skip.CUSTOMS_CODE);
        assertThat(states(standings))
                .containsEntry("A2", StepState.SKIPPED)
                .containsEntry("A3", StepState.SKIPPED)
                .containsEntry("A4", StepState.OPEN);
    }

    @Test
    void whatWasDoneHereIsDoneAndNotSkipped() {
        var standings = walk(profile(Optional.of("4404160ABC"), false), Map.of("A3", Progress.of(StepState.DONE)));

        assertThat(states(standings)).containsEntry("A3", StepState.DONE);
    }

    @Test
    void anAgentMayLeaveSectionTwoOutAndGoesOnWhenItHas() {
        var agent = profile(Optional.of("4404180DEF"), true);
        var before = walk(agent, Map.of("A4", Progress.of(StepState.DONE), "C0", Progress.of(StepState.DONE)));
        var after = walk(
                agent,
                Map.of(
                        "A4",
                        Progress.of(StepState.DONE),
                        "B",
                        Progress.of(StepState.SKIPPED),
                        "C0",
                        Progress.of(StepState.DONE)));

        assertThat(states(before)).containsEntry("B", StepState.OPEN).containsEntry("C", StepState.BLOCKED);
        assertThat(before).anyMatch(standing -> standing.skip() == Road.Skip.AGENT_MAY);
        assertThat(states(after)).containsEntry("B", StepState.SKIPPED).containsEntry("C", StepState.OPEN);
        assertThat(after).anyMatch(standing -> standing.skip() == Road.Skip.AGENT);
    }

    @Test
    void whatWasReturnedComesFirst() {
        var standings = walk(
                profile(Optional.of("4404160ABC"), false),
                Map.of("C0", Progress.of(StepState.RETURNED), "A4", Progress.of(StepState.DONE)));

        assertThat(Road.next(standings))
                .hasValueSatisfying(next -> assertThat(next.step().id()).isEqualTo("C0"));
    }

    @Test
    void aTradeFilingThatIsSwitchedOffIsSkipped() {
        var standings = Road.of(STEPS, newcomer(), step -> Optional.empty(), false);

        assertThat(states(standings)).containsEntry("A2", StepState.SKIPPED).containsEntry("A3", StepState.OPEN);
    }

    /** Worked out from each form's own states and transitions. */
    @ParameterizedTest
    @CsvSource({
        "A2, foreign_trade_operator, DRAFT, RUNNING, ''",
        "A2, foreign_trade_operator, SUBMITTED, RUNNING, MOFCOM_REVIEWER",
        "A2, foreign_trade_operator, RETURNED, RETURNED, ''",
        "A2, foreign_trade_operator, APPROVED, DONE, ''",
        "A4, card_application, SUBMITTED, RUNNING, DSC_CLERK",
        "A4, card_application, MADE, RUNNING, DSC_CLERK",
        "A4, card_application, ISSUED, DONE, ''",
        "B, unified_access_handin, RECEIVED, RUNNING, CUS_WINDOW_CLERK",
        "B, unified_access_handin, DEFICIENT, RETURNED, ''",
        "B, unified_access_handin, ACCEPTED, RUNNING, CUS_REG_REVIEWER",
        "B, unified_access_handin, OPENED, DONE, ''",
        "B, unified_access_handin, SKIPPED, SKIPPED, ''",
        "D2, inspection_filing, APPROVED, DONE, ''",
        "C0, customer_service_registration, ACTIVE, DONE, ''"
    })
    void aFormsStateSaysHowFarTheStepIsAndWhoseTurn(
            String step, String form, String state, StepState expected, String turn) {
        var progress = FormProgress.of(
                CATALOGUE.form(form), record(form, state), step(step).done());

        assertThat(progress).hasValueSatisfying(it -> {
            assertThat(it.state()).isEqualTo(expected);
            assertThat(String.join(",", it.turn())).isEqualTo(turn);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "foreign_trade_operator, REJECTED",
        "foreign_trade_operator, WITHDRAWN",
        "card_application, CANCELLED",
        "unified_access_handin, REFUSED",
        "inspection_filing, VOID"
    })
    void anEndThatIsNotTheAimLetsTheStepBeginAnew(String form, String state) {
        assertThat(FormProgress.of(CATALOGUE.form(form), record(form, state), Set.of()))
                .isEmpty();
    }

    @Test
    void h174AnExpectedDateIsProvisionalUntilTheYearIsLoadedAndSaysHowItWasComputed() {
        var calendar = WorkingCalendar.published();
        var before = Guide.told(calendar.deadline(LocalDate.of(2026, 12, 21), 10), Language.ZH);
        var after = Guide.told(
                calendar.with(2027, Set.of(LocalDate.of(2027, 1, 1)), Set.of())
                        .deadline(LocalDate.of(2026, 12, 21), 10),
                Language.ZH);

        assertThat(before.due()).isEqualTo("2027-01-04 18:00");
        assertThat(before.provisional()).isTrue();
        assertThat(after.due()).isEqualTo("2027-01-05 18:00");
        assertThat(after.provisional()).isFalse();
        assertThat(after.days()).filteredOn(StepLine.Day::counts).hasSize(10);
        assertThat(after.days()).anySatisfy(day -> {
            assertThat(day.date()).isEqualTo("2027-01-01");
            assertThat(day.why()).isEqualTo("节假日");
        });
    }

    private static List<Road.Standing> walk(EnterpriseProfile profile, Map<String, Progress> progress) {
        return Road.of(STEPS, profile, step -> Optional.ofNullable(progress.get(step.id())), true);
    }

    private static Map<String, StepState> states(List<Road.Standing> standings) {
        return standings.stream()
                .collect(Collectors.toMap(
                        standing -> standing.step().id(),
                        standing -> standing.progress().state()));
    }

    private static RoadStep step(String id) {
        return STEPS.stream()
                .collect(Collectors.toMap(RoadStep::id, Function.identity()))
                .get(id);
    }

    private static EnterpriseProfile newcomer() {
        return profile(Optional.empty(), false);
    }

    private static EnterpriseProfile profile(Optional<String> customsCode, boolean agent) {
        return new EnterpriseProfile(3, "91440400MA4TEXT1XY", "珠海远航商贸（横琴）有限公司", customsCode, false, agent, Map.of());
    }

    private static FormRecord record(String form, String state) {
        var at = Instant.parse("2026-11-25T02:00:00Z");
        return new FormRecord(
                1,
                form,
                1,
                Optional.of("SW1"),
                OptionalLong.of(3),
                state,
                2,
                Answers.NONE,
                Optional.empty(),
                Set.of(),
                "e3admin",
                at,
                at,
                Optional.of("e3admin"),
                Optional.of(at),
                Optional.empty());
    }
}
