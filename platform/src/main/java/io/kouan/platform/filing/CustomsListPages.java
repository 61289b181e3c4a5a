package io.kouan.platform.filing;

import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.page.EntryListPages;
import io.kouan.platform.forms.page.EntryParts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The list of filings at the customs entry (报关入口). */
@Controller
@Requires(function = "customs_portal_filing", right = Right.UPDATE)
@RequestMapping("/customs-entry")
class CustomsListPages extends EntryListPages {

    CustomsListPages(EntryParts parts) {
        super(parts, Entry.CUSTOMS.entrance());
    }
}
