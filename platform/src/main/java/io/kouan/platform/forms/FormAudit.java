package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Puts what happens to records into the audit log: every step with what it changed, every refusal, every look at personal data. Personal
 * data go in masked, as the form's file says.
 */
@Component
public class FormAudit {

    private static final String KIND = "form";
    private static final String STATE = "state";

    private final AuditLog log;
    private final FormCatalogue catalogue;
    private final FormRecords records;

    FormAudit(AuditLog log, FormCatalogue catalogue, FormRecords records) {
        this.log = log;
        this.catalogue = catalogue;
        this.records = records;
    }

    /** What a step did. What an enterprise hands in is held against what it handed in the time before. */
    void moved(FormRecord before, FormRecord after, String action, String role, Decision decision, Actor actor) {
        var form = catalogue.form(after.form());
        var old = Role.valueOf(role).isOfEnterprise() ? before.submitted().orElse(Answers.NONE) : before.answers();
        var places = Differences.between(old, after.answers());
        log.write(entry(after, role, action, AuditEntry.DONE, actor)
                .version(before.version())
                .because(decision.reasons(), decision.reason().strip())
                .change(
                        with(STATE, before.state(), MaskedAnswers.at(places, form, old)),
                        with(STATE, after.state(), MaskedAnswers.at(places, form, after.answers()))));
    }

    void begun(FormRecord record, String role, Actor actor) {
        var answers = record.answers();
        var filled =
                MaskedAnswers.at(Differences.between(Answers.NONE, answers), catalogue.form(record.form()), answers);
        log.write(entry(record, role, "begin", AuditEntry.DONE, actor)
                .version(record.version())
                .change(Map.of(), with(STATE, record.state(), filled)));
    }

    /** Something small that changes no state. */
    public void done(FormRecord record, String action, Actor actor, Map<String, String> after) {
        log.write(entry(record, role(actor), action, AuditEntry.DONE, actor)
                .version(record.version())
                .change(Map.of(), after));
    }

    /** What was tried and refused. A question whether warnings were seen is no refusal. */
    void refused(long id, int version, String action, List<Fault> faults, Decision decision, Actor actor) {
        faults.stream()
                .filter(fault -> !fault.warning())
                .findFirst()
                .ifPresent(fault -> log.write(records.find(id)
                        .map(record -> entry(record, role(actor), action, fault.message(), actor))
                        .orElseGet(() -> AuditEntry.refused(
                                actor.login(), actor.name(), role(actor), KIND, "#" + id, action, fault.message()))
                        .version(version)
                        .because(decision.reasons(), decision.reason().strip())));
    }

    /** Somebody sees personal data whole. */
    public void viewed(FormRecord record, Actor actor) {
        var personal = MaskedAnswers.personal(catalogue.form(record.form()), record.answers());
        if (!personal.isEmpty()) {
            done(record, "view", actor, Map.of("fields", String.join(" ", personal)));
        }
    }

    private static AuditEntry entry(FormRecord record, String role, String action, String result, Actor actor) {
        return AuditEntry.refused(
                actor.login(),
                actor.name(),
                role,
                KIND + "/" + record.form(),
                record.number().orElse("#" + record.id()),
                action,
                result);
    }

    private static String role(Actor actor) {
        return actor.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" "));
    }

    private static Map<String, String> with(String key, String value, Map<String, String> others) {
        var all = new TreeMap<>(others);
        all.put(key, value);
        return all;
    }
}
