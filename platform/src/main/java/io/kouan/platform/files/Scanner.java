package io.kouan.platform.files;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The virus scanner, where one is configured with {@code KOUAN_FILES_CLAMAV}; without one files stay 未扫描 and can be opened. */
@Component
class Scanner {

    private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);

    private final Optional<ClamAv> daemon;

    Scanner(
            @Value("${kouan.files.clamav:}") String where,
            @Value("${kouan.files.clamav-patience:30s}") Duration patience) {
        daemon = where.isBlank() ? Optional.empty() : Optional.of(new ClamAv(where.strip(), patience));
    }

    boolean isThere() {
        return daemon.isPresent();
    }

    /** What it says; a scanner that is away is logged, and what it could not see stays unscanned. */
    Verdict scan(byte[] bytes) {
        var verdict = daemon.<Verdict>map(clamAv -> clamAv.scan(bytes))
                .orElseGet(() -> new Verdict.Unreachable("none is configured"));
        if (isThere() && verdict instanceof Verdict.Unreachable(var why)) {
            LOG.warn("event=scanner-away cause=\"{}\"", why);
        }
        return verdict;
    }
}
