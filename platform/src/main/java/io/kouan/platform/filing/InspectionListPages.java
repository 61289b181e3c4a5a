package io.kouan.platform.filing;

import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.page.EntryListPages;
import io.kouan.platform.forms.page.EntryParts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The list of filings at the inspection entry (报检入口). */
@Controller
@Requires(function = "inspection_filing", right = Right.UPDATE)
@RequestMapping("/inspection-entry")
class InspectionListPages extends EntryListPages {

    InspectionListPages(EntryParts parts) {
        super(parts, Entry.INSPECTION.entrance());
    }
}
