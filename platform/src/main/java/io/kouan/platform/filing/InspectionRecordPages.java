package io.kouan.platform.filing;

import io.kouan.platform.accounts.Requires;
import io.kouan.platform.forms.page.EntryParts;
import io.kouan.platform.forms.page.EntryRecordPages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** One filing at the inspection entry (报检入口). */
@Controller
@Requires(function = "inspection_filing")
@RequestMapping("/inspection-entry")
class InspectionRecordPages extends EntryRecordPages {

    InspectionRecordPages(EntryParts parts) {
        super(parts, Entry.INSPECTION.entrance());
    }
}
