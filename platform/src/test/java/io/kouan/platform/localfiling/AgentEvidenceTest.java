package io.kouan.platform.localfiling;

import static io.kouan.platform.localfiling.FilingWorld.AGENT;
import static io.kouan.platform.localfiling.FilingWorld.PORT;
import static io.kouan.platform.localfiling.FilingWorld.messages;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.files.Upload;
import io.kouan.platform.files.Uploads;
import io.kouan.platform.forms.FormRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an agent of the service desk is shown, and has to have seen, about an enterprise that acts for others. */
class AgentEvidenceTest {

    private static final String POINT = "agent_evidence_ok";

    private final FilingWorld world = new FilingWorld();
    private final AgentEvidence evidence = PORT.bean(AgentEvidence.class);

    @Test
    void ofAnEnterpriseThatIsNoAgentNothingIsAsked() {
        var ticket = world.accepted();

        assertThat(evidence.of(ticket)).isEqualTo(new AgentEvidence.Shown(false, false, List.of()));
        assertThat(world.ticks(ticket)).doesNotContain(POINT);
    }

    @Test
    void anAgentsEvidenceIsSeenBeforeItIsTicked() throws IOException {
        var ticket = world.accepted();
        var proof = agent(true);

        var shown = evidence.of(ticket);
        assertThat(shown.files()).extracting(file -> file.id()).containsExactly(proof);
        assertThat(evidence.open(ticket, proof, AGENT)).isPresent();
        assertThat(evidence.open(ticket, new UUID(7, 7), AGENT)).isEmpty();
        assertThat(evidence.open(new FilingWorld().accepted(), proof, AGENT))
                .as("on the ticket of another enterprise")
                .isEmpty();
        assertThat(PORT.count("audit_entry", "object = ? and action = 'download'", ticket.id() + "/" + proof))
                .isEqualTo(1);

        var ticks = new HashSet<>(world.ticks(ticket));
        assertThat(ticks).contains(POINT);
        ticks.remove(POINT);
        assertThat(messages(forward(ticket, ticks))).containsExactly("ERR_CHECKLIST");
        assertThat(forward(ticket, world.ticks(ticket))).isEmpty();
    }

    @Test
    void whereThereIsNoEvidenceNoTickReplacesIt() throws IOException {
        var ticket = world.accepted();
        agent(false);

        assertThat(messages(forward(ticket, world.ticks(ticket)))).containsExactly("ERR_AGENT_EVIDENCE");
        assertThat(world.now(ticket).state()).isEqualTo("PROCESSING");
    }

    private List<io.kouan.platform.forms.check.Fault> forward(FormRecord ticket, Set<String> ticks) {
        var now = world.now(ticket);
        return world.reviews.forward(now, now.version(), ticks, Map.of(), AGENT);
    }

    private UUID agent(boolean proven) throws IOException {
        var upload = PORT.bean(Uploads.class)
                .take(new ByteArrayInputStream(FilingWorld.pdf(1)), "代理证明.pdf", Set.of("pdf"), 20, "somebody");
        var file = ((Upload.Taken) upload).file().id();
        PORT.bean(EnterpriseProfiles.class)
                .changeAgent(world.company.id(), true, proven ? Optional.of(file) : Optional.empty());
        return file;
    }
}
