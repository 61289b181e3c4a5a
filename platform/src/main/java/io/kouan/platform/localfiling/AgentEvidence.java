package io.kouan.platform.localfiling;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.files.StoredFile;
import io.kouan.platform.files.Uploads;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.identity.AgentStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What proves that the enterprise of a ticket is an agent (代理企业证明材料): its registration as a customs broker, or files that it gave in its
 * profile or with its papers of section two. Whoever looks through the materials sees it before ticking that it holds.
 */
@Component
class AgentEvidence {

    private static final String SLOT = "agent_proof";
    private static final String HAND_IN = "unified_access_handin";

    private final EnterpriseProfiles enterprises;
    private final AgentStatus status;
    private final FormRecords records;
    private final FormAttachments attachments;
    private final Uploads uploads;
    private final AuditLog audit;

    AgentEvidence(
            EnterpriseProfiles enterprises,
            AgentStatus status,
            FormRecords records,
            FormAttachments attachments,
            Uploads uploads,
            AuditLog audit) {
        this.enterprises = enterprises;
        this.status = status;
        this.records = records;
        this.attachments = attachments;
        this.uploads = uploads;
        this.audit = audit;
    }

    /**
     * What there is.
     *
     * @param agent whether the enterprise says that it is an agent; else nothing has to be proved
     * @param broker whether it is registered with customs as a broker
     */
    public record Shown(boolean agent, boolean broker, List<StoredFile> files) {
        public Shown {
            files = List.copyOf(files);
        }
    }

    /** A file and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // handed on to the browser at once
    record Held(StoredFile file, byte[] content) {}

    Shown of(FormRecord ticket) {
        long enterprise = ticket.enterprise().orElseThrow();
        boolean agent = enterprises.of(enterprise).agent();
        return agent
                ? new Shown(true, status.isBroker(enterprise), files(enterprise))
                : new Shown(false, false, List.of());
    }

    /** Whether nothing proves what the enterprise says. */
    boolean isMissing(FormRecord ticket) {
        var shown = of(ticket);
        return shown.agent() && !shown.broker() && shown.files().isEmpty();
    }

    private List<StoredFile> files(long enterprise) {
        var own = uploads.find(enterprises.agentProof(enterprise).stream().toList());
        var handedIn = records.of(enterprise, HAND_IN).stream()
                .flatMap(record -> attachments.of(record).getOrDefault(SLOT, List.of()).stream());
        return Stream.concat(own.stream(), handedIn).distinct().toList();
    }

    /** One of its files, for whoever looks through the materials of the ticket; put into the log. */
    Optional<Held> open(FormRecord ticket, UUID id, Actor reader) {
        return of(ticket).files().stream()
                .filter(file -> file.id().equals(id))
                .findFirst()
                .flatMap(file -> uploads.content(id, reader.login()).map(content -> {
                    audit.write(AuditEntry.done(
                            reader.login(), reader.name(), "CS_AGENT", "file", ticket.id() + "/" + id, "download"));
                    return new Held(file, content);
                }));
    }
}
