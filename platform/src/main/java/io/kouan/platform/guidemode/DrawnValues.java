package io.kouan.platform.guidemode;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.EnterpriseProfiles;
import java.security.SecureRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the sandbox's officers enter where a real one would have a number from elsewhere: drawn, and never twice where that matters. */
final class DrawnValues {

    private static final int TEN_THOUSAND = 10_000;
    private static final int MILLION = 1_000_000;
    private static final int TRIES = 200;

    private final PortProfile port;
    private final EnterpriseProfiles profiles;
    private final SecureRandom random = new SecureRandom();

    DrawnValues(PortProfile port, EnterpriseProfiles profiles) {
        this.port = port;
        this.profiles = profiles;
    }

    /** The value as the data have it, with what is drawn put in. */
    String of(String value) {
        return switch (value) {
            case "{record_no}" -> digits("03", MILLION, 6);
            case "{filing_no}" -> digits("4800", MILLION, 6);
            case "{customs_code}" -> customsCode();
            default -> value;
        };
    }

    private String customsCode() {
        Supplier<String> draw = () -> digits(port.customsArea() + "16", TEN_THOUSAND, 4);
        return Stream.generate(draw)
                .limit(TRIES)
                .filter(code -> profiles.holderOf(code).isEmpty())
                .findFirst()
                .orElseGet(draw);
    }

    private String digits(String before, int bound, int width) {
        return before + String.format("%0" + width + "d", random.nextInt(bound));
    }
}
