package io.kouan.platform.handin;

import io.kouan.platform.forms.FormRecords;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether section two is behind an enterprise: what the rooms of section three ask before they let it in (ERR_UNIFIED_ACCESS_FIRST). */
@Component
public class UnifiedAccess {

    private final FormRecords records;

    UnifiedAccess(FormRecords records) {
        this.records = records;
    }

    /** Whether the permission was opened, or the section was skipped by an agent enterprise. */
    public boolean isBehind(long enterprise) {
        return records.newest(enterprise, HandIn.FORM, Set.of("OPENED", "SKIPPED"))
                .isPresent();
    }

    /** Whether the papers were accepted at least, or the section was skipped: enough to go on with the local filing (handbook S6). */
    public boolean isAccepted(long enterprise) {
        return records.newest(enterprise, HandIn.FORM, Set.of("ACCEPTED", "OPENED", "SKIPPED"))
                .isPresent();
    }
}
