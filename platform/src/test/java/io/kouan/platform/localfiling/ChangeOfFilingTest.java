package io.kouan.platform.localfiling;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.localfiling.FilingWorld.AGENT;
import static io.kouan.platform.localfiling.FilingWorld.CENTRE;
import static io.kouan.platform.localfiling.FilingWorld.PORT;
import static io.kouan.platform.localfiling.FilingWorld.faults;
import static io.kouan.platform.localfiling.FilingWorld.messages;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.Tongue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A local filing that changes an earlier one: looked through and forwarded anew, but what was issued stays. */
class ChangeOfFilingTest {

    private final FilingWorld world = new FilingWorld();

    @Test
    void aChangeIsAnsweredWithoutAnythingBeingIssuedAnew() {
        var original = world.answered();
        var licence = world.cases.issuance(original).orElseThrow().licenceNo();
        var change = accepted();
        assertThat(world.cases.isChange(change)).isTrue();
        assertThat(messages(faults(world.reply(change)))).containsExactly("ERR_ISSUANCE_INCOMPLETE");

        assertThat(world.reviews.forward(
                        world.now(change), world.now(change).version(), world.ticks(change), Map.of(), AGENT))
                .isEmpty();
        done(world.take(change, "dxp_issued", Decision.plain(), CENTRE));
        assertThat(world.state(change)).contains(CaseState.DXP_ISSUED);
        done(world.reply(change));

        assertThat(world.state(change)).contains(CaseState.COMPLETED);
        assertThat(world.cases.issuance(world.now(change))).isEmpty();
        assertThat(world.cases.issuance(original).orElseThrow().licenceNo()).isEqualTo(licence);
        assertThat(PORT.count("dxp_user", "enterprise_id = ?", world.company.id()))
                .isEqualTo(1);
    }

    @Test
    void nothingIsPreparedOnAChange() {
        world.answered();
        var change = accepted();

        assertThat(world.issuances.prepare(change, AGENT)).isPresent();
        assertThat(world.passwords.areThere(change)).isFalse();
    }

    @Test
    void theDeskSeesWhatDiffers() {
        world.answered();
        var change = accepted();

        assertThat(PORT.bean(CasePanels.class).of(change, AGENT))
                .anySatisfy(panel -> assertThat(((CasePanels.Desk) panel.content())
                                .change()
                                .orElseThrow()
                                .differences())
                        .extracting(difference -> difference.label())
                        .contains(PORT.bean(FormCatalogue.class)
                                .form(Material.DXP_USER.form())
                                .field("apply_kind")
                                .orElseThrow()
                                .label()
                                .in(Tongue.now())));
    }

    @Test
    void whoHasNothingYetHasNothingToChange() {
        var ticket = change();

        assertThat(messages(faults(world.take(ticket, "submit", Decision.plain(), world.user))))
                .contains("ERR_LOCAL_FILING_FIRST");
    }

    @Test
    void aChangeThatTheDataCentreGivesBackIsNotAnswered() {
        world.answered();
        var change = accepted();
        world.reviews.forward(world.now(change), world.now(change).version(), world.ticks(change), Map.of(), AGENT);
        done(world.take(change, "dc_return", Decision.because("变更内容与登记不符", "MISMATCH"), CENTRE));

        assertThat(world.reply(change)).isInstanceOf(Outcome.Refused.class);
        assertThat(world.state(change)).contains(CaseState.CHECKING);
    }

    private FormRecord change() {
        for (Material material : Material.values()) {
            if (material != Material.DXP_USER) {
                world.materials.completed(material);
            }
        }
        done(world.materials.complete(world.materials.draft(Material.DXP_USER, Map.of("apply_kind", "CHANGE"))));
        return world.withFiles();
    }

    private FormRecord accepted() {
        var submitted = done(world.take(change(), "submit", Decision.plain(), world.user));
        return done(world.take(submitted, "accept", Decision.plain(), AGENT));
    }
}
