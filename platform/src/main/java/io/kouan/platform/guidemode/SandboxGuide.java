package io.kouan.platform.guidemode;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Addressees;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.DeskDeed;
import io.kouan.platform.forms.DeskDeed.Officers;
import io.kouan.platform.forms.DeskDeed.Waiting;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.onboarding.GuideMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets the sandbox's officers decide what waits on a step of the road, one decision after the other, until the enterprise has to act. */
final class SandboxGuide implements GuideMode {

    /** No step has more decisions; a circle would end here. */
    private static final int MOST = 20;

    private final List<DeskDeed> deeds;
    private final Addressees addressees;
    private final People people;
    private final AuditLog audit;

    SandboxGuide(List<DeskDeed> deeds, Addressees addressees, People people, AuditLog audit) {
        this.deeds = List.copyOf(deeds);
        this.addressees = addressees;
        this.people = people;
        this.audit = audit;
    }

    /** What was done: in which role and by whom; and what the last one was refused for. */
    record Done(List<Deed> deeds, List<Fault> faults) {

        Done {
            deeds = List.copyOf(deeds);
            faults = List.copyOf(faults);
        }
    }

    /** One decision. */
    record Deed(Role role, String name) {}

    @Override
    public Set<String> waiting(Actor reader) {
        var officers = officers(reader);
        return reader.enterprise().stream()
                .boxed()
                .flatMap(enterprise -> deeds.stream()
                        .filter(deed -> deed.waiting(enterprise, officers).isPresent()))
                .map(DeskDeed::step)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Each decision is its own; what was decided before a refusal stays decided. */
    Done decide(String step, Actor reader) {
        var officers = officers(reader);
        var done = new ArrayList<Deed>();
        List<Fault> faults = List.of();
        while (faults.isEmpty() && done.size() < MOST) {
            var next = next(step, reader, officers);
            if (next.isEmpty()) {
                break;
            }
            faults = next.get().deed().get();
            if (faults.isEmpty()) {
                done.add(new Deed(next.get().role(), next.get().by().name()));
            }
        }
        if (!done.isEmpty()) {
            audit.write(AuditEntry.done(reader.login(), reader.name(), "", "sandbox-guide", step, "decide")
                    .change(
                            Map.of(),
                            Map.of(
                                    "roles",
                                    done.stream()
                                            .map(deed -> deed.role().name())
                                            .collect(Collectors.joining(", ")))));
        }
        return new Done(done, faults);
    }

    private Optional<Waiting> next(String step, Actor reader, Officers officers) {
        return reader.enterprise().stream()
                .boxed()
                .flatMap(enterprise -> deeds.stream()
                        .filter(deed -> deed.step().equals(step))
                        .flatMap(deed -> deed.waiting(enterprise, officers).stream()))
                .findFirst();
    }

    private Officers officers(Actor reader) {
        return new SandboxOfficers(addressees, people, reader);
    }
}
