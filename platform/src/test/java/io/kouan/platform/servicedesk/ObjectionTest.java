package io.kouan.platform.servicedesk;

import static io.kouan.platform.servicedesk.DeskWorld.AGENT;
import static io.kouan.platform.servicedesk.DeskWorld.done;
import static io.kouan.platform.servicedesk.DeskWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Outcome;
import java.util.HashMap;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A ticket that objects to a decision goes to somebody else than who decided. */
class ObjectionTest {

    private static final Actor OTHER =
            new Actor("service2", "沙箱客服乙", OptionalLong.empty(), Set.of(Role.CS_AGENT), "none");

    private final DeskWorld world = new DeskWorld();

    @Test
    void sod16whoDecidedDoesNotDecideOnTheObjection() {
        var decided = world.answered();
        var objection = done(world.say(objectionTo(number(decided)), "submit", "", world.user));

        assertThat(refused(world.say(objection, "accept", "", AGENT))).containsExactly("ERR_SELF_APPROVAL");
        var accepted = done(world.say(objection, "accept", "", OTHER));
        assertThat(refused(world.say(accepted, "reply", "维持原答复。", AGENT))).containsExactly("ERR_SELF_APPROVAL");
        assertThat(done(world.say(accepted, "reply", "已重新核对，更正如下。", OTHER)).state())
                .isEqualTo("REPLIED");
    }

    @Test
    void aMatterOfAnotherEnterpriseAndOneThatDoesNotExistAreAnsweredAlike() {
        var foreign = new DeskWorld().answered();

        assertThat(submit(objectionTo(number(foreign)))).isEqualTo(submit(objectionTo("GD999999999999")));
        assertThat(refused(world.say(objectionTo(number(foreign)), "submit", "", world.user)))
                .containsExactly("ERR_FORBIDDEN");
    }

    @Test
    void aComplaintAboutNothingInParticularGoesToAnybody() {
        var complaint = done(world.say(objectionTo(""), "submit", "", world.user));

        assertThat(done(world.say(complaint, "accept", "", AGENT)).state()).isEqualTo("PROCESSING");
    }

    private Outcome submit(FormRecord ticket) {
        return world.say(ticket, "submit", "", world.user);
    }

    private FormRecord objectionTo(String number) {
        var values = new HashMap<>(DeskWorld.question());
        values.put("kind", "ADVICE");
        values.put("contested_no", number);
        return world.fill(world.begin("FREE"), values);
    }

    private static String number(FormRecord ticket) {
        return ticket.number().orElseThrow();
    }
}
