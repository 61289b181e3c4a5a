package io.kouan.platform.audit;

import io.kouan.platform.accounts.PageRefused;
import io.kouan.platform.accounts.Role;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts pages that were refused into the log: whoever tries doors that are not theirs is to be noticed (AUD-09). */
@Component
class AuditRefusedPages {

    private static final int MOST = 200;

    private final AuditLog log;

    AuditRefusedPages(AuditLog log) {
        this.log = log;
    }

    @EventListener
    void refused(PageRefused page) {
        var path = page.path().length() <= MOST ? page.path() : page.path().substring(0, MOST);
        var roles = page.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" "));
        log.write(AuditEntry.refused(
                page.login(),
                page.name(),
                roles,
                "page",
                path,
                page.method().equals("GET") ? "open" : "send",
                "ERR_FORBIDDEN"));
    }
}
