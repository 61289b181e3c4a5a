package io.kouan.platform.licence;

import io.kouan.ceb.licence.Licence;
import io.kouan.ceb.message.Bytes;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.FormNumbers;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.port.Switches;
import io.kouan.platform.port.Switches.Switch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Licences for other rooms: the local filing draws one and issues it with its result (本地备案批复, DOC-12). */
@Service
public class Licences {

    private final LicenceRegister register;
    private final LicenceKey key;
    private final EnterpriseProfiles profiles;
    private final FormNumbers numbers;
    private final Switches switches;
    private final AuditLog audit;
    private final Clock clock;

    Licences(
            LicenceRegister register,
            LicenceKey key,
            EnterpriseProfiles profiles,
            FormNumbers numbers,
            Switches switches,
            AuditLog audit,
            Clock clock) {
        this.register = register;
        this.key = key;
        this.profiles = profiles;
        this.numbers = numbers;
        this.switches = switches;
        this.audit = audit;
        this.clock = clock;
    }

    /** Draws a licence for an enterprise with a customs code; it counts for nothing before it is issued. Gives its number. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String draw(long enterprise, String dxpId) {
        key.key();
        var profile = profiles.of(enterprise);
        var number = numbers.next("licence_no", Map.of());
        var today = LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
        register.add(
                enterprise,
                new Licence(
                        number,
                        new Licence.Holder(
                                profile.nameZh(),
                                profile.creditCode(),
                                profile.customsCode().orElseThrow()),
                        dxpId,
                        switches.number(Switch.LICENCE_COMPUTERS),
                        today,
                        today.plusYears(switches.number(Switch.LICENCE_YEARS)).minusDays(1),
                        today));
        return number;
    }

    /** From now on the licence counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void issue(String number, Actor actor) {
        if (register.issue(number, actor.login())) {
            audit.write(AuditEntry.done(actor.login(), actor.name(), "", "licence", number, "issue"));
        }
    }

    /** The licence as a file that the port has signed; empty where it does not count. */
    public Optional<Bytes> file(String number) {
        var today = LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
        return register.find(number)
                .filter(licence -> licence.isUsable(today))
                .map(licence -> licence.says().sign(key.key()).file());
    }
}
