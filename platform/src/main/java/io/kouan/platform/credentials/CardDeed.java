package io.kouan.platform.credentials;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.DeskDeed;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Fault;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The window makes the cards that were asked for, each in a file with a PIN that is drawn, and hands them over to their holder. Files and
 * PINs wait for the person on whose click it happened, once.
 */
@Component
class CardDeed implements DeskDeed {

    private static final int MILLION = 1_000_000;

    private final FormRecords records;
    private final CardApplications applications;
    private final CardDesk desk;
    private final Handouts handouts;
    private final SecureRandom random = new SecureRandom();

    CardDeed(FormRecords records, CardApplications applications, CardDesk desk, Handouts handouts) {
        this.records = records;
        this.applications = applications;
        this.desk = desk;
        this.handouts = handouts;
    }

    @Override
    public String step() {
        return "A4";
    }

    @Override
    public Optional<Waiting> waiting(long enterprise, Officers officers) {
        return records.newest(enterprise, CardRules.FORM, Set.of("ACCEPTED", "MADE"))
                .flatMap(record -> officers.one(Role.DSC_CLERK)
                        .map(clerk ->
                                new Waiting(clerk, Role.DSC_CLERK, () -> next(record, clerk, officers.reader()))));
    }

    private List<Fault> next(FormRecord record, Actor clerk, Actor reader) {
        var rows = applications.rows(record);
        if (record.state().equals("MADE")) {
            var holder = rows.getFirst().holder();
            var receiver = new CardOrder.Receiver(holder.name(), holder.idNumber());
            return faults(applications.handOver(record, receiver, clerk));
        }
        var unmade = rows.stream().filter(row -> row.made().isEmpty()).findFirst();
        return unmade.isPresent()
                ? make(record, unmade.get(), clerk, reader)
                : faults(applications.make(record, clerk));
    }

    private List<Fault> make(FormRecord record, CardApplications.Row row, Actor clerk, Actor reader) {
        var pin = String.format("%06d", random.nextInt(MILLION));
        var order = new CardOrder(
                record.enterprise().orElseThrow(),
                row.kind(),
                row.medium(),
                "",
                row.holder(),
                new CardOrder.KeySource.Software(true, pin),
                Optional.empty(),
                Optional.of(new CardOrder.Origin(record.id(), row.row())));
        return switch (desk.issue(order, clerk)) {
            case CardOutcome.Refused(var faults) -> faults;
            case CardOutcome.Done done -> {
                done.file().ifPresent(file -> handouts.put(done.card().id(), file, reader, pin));
                yield List.of();
            }
        };
    }

    private static List<Fault> faults(Outcome outcome) {
        return outcome instanceof Outcome.Refused(var faults) ? faults : List.of();
    }
}
