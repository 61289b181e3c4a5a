package io.kouan.platform.licence;

import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Licences and their computers as pages show them. */
@Component
class LicenceViews {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(PortTime.ZONE);
    private static final int SHOWN = 8;

    private final Computers computers;
    private final FormCatalogue catalogue;
    private final Clock clock;

    LicenceViews(Computers computers, FormCatalogue catalogue, Clock clock) {
        this.computers = computers;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * A licence.
     *
     * @param counting on how many computers it counts
     * @param computers those first on which it counts, then those on which it did
     * @param usable whether its files can be fetched
     */
    public record View(
            String number,
            String holder,
            String customsCode,
            String dxpId,
            Label state,
            String tone,
            String from,
            String until,
            int counting,
            int most,
            String reason,
            int version,
            boolean usable,
            List<Machine> computers) {
        public View {
            computers = List.copyOf(computers);
        }
    }

    /**
     * A computer.
     *
     * @param request on which it was activated
     * @param brief the beginning of its fingerprint
     * @param why it does not count any more; empty while it does
     */
    public record Machine(
            long request,
            String brief,
            String fingerprint,
            String system,
            String version,
            Label medium,
            String certificate,
            String since,
            String released,
            String why) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
    }

    View of(ClientLicence licence) {
        var all = computers.all(licence.number());
        int counting = (int) all.stream().filter(ActivatedComputer::counts).count();
        var state = licence.state(today(), counting > 0);
        return new View(
                licence.number(),
                licence.says().holder().name(),
                licence.says().holder().customsCode(),
                licence.says().dxpId(),
                label(state),
                state.tone(),
                licence.says().from().toString(),
                licence.says().until().toString(),
                counting,
                licence.says().computers(),
                licence.reason(),
                licence.version(),
                licence.isUsable(today()),
                all.stream()
                        .sorted(Comparator.comparing(ActivatedComputer::counts)
                                .reversed()
                                .thenComparing(ActivatedComputer::at))
                        .map(this::of)
                        .toList());
    }

    Machine of(ActivatedComputer computer) {
        return new Machine(
                computer.request(),
                brief(computer.fingerprint()),
                computer.fingerprint(),
                computer.system(),
                computer.version(),
                medium(computer.medium()),
                computer.certificate().toUpperCase(Locale.ROOT),
                MINUTES.format(computer.at()),
                computer.released().map(MINUTES::format).orElse(""),
                computer.why());
    }

    Label medium(String code) {
        return catalogue.options("card_medium").label(code);
    }

    Label label(LicenceState state) {
        return catalogue.options("licence_state").label(state.name());
    }

    static String brief(String fingerprint) {
        return fingerprint.substring(0, Math.min(SHOWN, fingerprint.length()));
    }
}
