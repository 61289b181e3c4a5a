package io.kouan.platform.identity;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.files.Upload;
import io.kouan.platform.files.Uploads;
import io.kouan.platform.forms.FormRecords;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether an enterprise acts for others (代理企业, handbook screen 1.3): said at the registration or later by itself, and proved by its
 * registration as a customs broker or by evidence that it uploads (ERR_AGENT_EVIDENCE).
 */
@Component
public class AgentStatus {

    private static final Set<String> PROOFS = Set.of("pdf", "png", "jpg");
    private static final int MOST_MEGABYTES = 20;

    private final EnterpriseProfiles enterprises;
    private final FormRecords records;
    private final Uploads uploads;
    private final AccountAudit audit;

    AgentStatus(EnterpriseProfiles enterprises, FormRecords records, Uploads uploads, AccountAudit audit) {
        this.enterprises = enterprises;
        this.records = records;
        this.uploads = uploads;
        this.audit = audit;
    }

    /** Whether there is anything that proves it. */
    public boolean isProven(long enterprise) {
        return isBroker(enterprise) || enterprises.agentProof(enterprise).isPresent();
    }

    /** Whether it is registered with customs as a broker (报关企业). */
    public boolean isBroker(long enterprise) {
        return enterprises.of(enterprise).value("unit_type").startsWith("BROKER")
                || records.newest(enterprise, "customs_registration", Set.of("APPROVED"))
                        .filter(record -> record.answers().text("unit_type").startsWith("BROKER"))
                        .isPresent();
    }

    /** Takes the evidence in. */
    Upload proof(InputStream in, String name, Actor actor) throws IOException {
        return uploads.take(in, name, PROOFS, MOST_MEGABYTES, actor.login());
    }

    /** Says it, or takes it back; evidence that is not replaced stays. */
    @Transactional
    public void change(long enterprise, boolean agent, Optional<UUID> proof, Actor actor) {
        var before = enterprises.of(enterprise);
        var evidence = agent ? proof.or(() -> enterprises.agentProof(enterprise)) : Optional.<UUID>empty();
        enterprises.changeAgent(enterprise, agent, evidence);
        audit.agent(actor, before.creditCode(), before.agent(), agent, evidence.isPresent());
    }
}
