package io.kouan.platform.licence;

import io.kouan.ceb.licence.Activation;
import io.kouan.ceb.message.Bytes;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.FormMoved;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** 生成激活文件: the computer of a request that was granted counts from then on, those that it replaces cease to; and the file itself. */
@Service
class ActivationIssue {

    private final LicenceRegister register;
    private final Computers computers;
    private final LicenceKey key;
    private final AuditLog audit;
    private final Clock clock;

    ActivationIssue(LicenceRegister register, Computers computers, LicenceKey key, AuditLog audit, Clock clock) {
        this.register = register;
        this.computers = computers;
        this.key = key;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    @Order(1)
    void moved(FormMoved moved) {
        var record = moved.record();
        if (!record.form().equals(ActivationForm.ID) || !moved.action().equals("issue")) {
            return;
        }
        key.key();
        var licence =
                register.hold(record.answers().text(ActivationForm.LICENCE)).orElseThrow();
        var computer = ActivationForm.computer(record, licence.says().until(), clock.instant());
        ActivatedComputer.replaced(
                        computers.counting(licence.number()),
                        computer.fingerprint(),
                        ActivationForm.reason(record.answers()))
                .forEach((old, why) -> {
                    computers.release(old, why);
                    write(moved, old, "release");
                });
        computers.add(computer, moved.actor().login());
        write(moved, computer, "issue");
    }

    private void write(FormMoved moved, ActivatedComputer computer, String action) {
        audit.write(AuditEntry.done(
                        moved.actor().login(), moved.actor().name(), "", "activation", computer.licence(), action)
                .change(Map.of(), Map.of("machine_fingerprint", computer.fingerprint())));
    }

    /** The activation that was granted on a request, signed; empty where there is none, or it does not count any more. */
    Optional<Bytes> file(long request) {
        var today = LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
        return computers
                .of(request)
                .filter(ActivatedComputer::counts)
                .filter(computer -> register.find(computer.licence())
                        .filter(licence -> licence.isUsable(today))
                        .isPresent())
                .map(computer -> new Activation(
                                computer.licence(),
                                computer.fingerprint(),
                                computer.certificate(),
                                computer.until(),
                                LocalDate.ofInstant(computer.at(), PortTime.ZONE))
                        .sign(key.key())
                        .file());
    }
}
