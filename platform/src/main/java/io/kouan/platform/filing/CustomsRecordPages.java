package io.kouan.platform.filing;

import io.kouan.platform.accounts.Requires;
import io.kouan.platform.forms.page.EntryParts;
import io.kouan.platform.forms.page.EntryRecordPages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** One filing at the customs entry (报关入口). */
@Controller
@Requires(function = "customs_portal_filing")
@RequestMapping("/customs-entry")
class CustomsRecordPages extends EntryRecordPages {

    CustomsRecordPages(EntryParts parts) {
        super(parts, Entry.CUSTOMS.entrance());
    }
}
