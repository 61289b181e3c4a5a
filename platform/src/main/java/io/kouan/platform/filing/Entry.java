package io.kouan.platform.filing;

import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.page.Entrance;
import io.kouan.platform.transmission.Realm;
import java.util.Arrays;
import java.util.Optional;

/** One of the two entries (入口) through which an enterprise files. */
public enum Entry {
    /** 跨境电商报关入口（珠海跨境公共服务平台） */
    CUSTOMS("customs_portal_filing", "customs_office", Role.CUS_OFFICE_REVIEWER),
    /** 跨境电商报检入口（珠海跨境电商“单一窗口”） */
    INSPECTION("inspection_filing", "inspection_org", Role.INSP_ORG_REVIEWER);

    private final String form;
    private final String officeField;
    private final Role reviewer;

    Entry(String form, String officeField, Role reviewer) {
        this.form = form;
        this.officeField = officeField;
        this.reviewer = reviewer;
    }

    /** Where its pages are. */
    Entrance entrance() {
        var name = name().toLowerCase(java.util.Locale.ROOT);
        return new Entrance("/" + name + "-entry", form, "filing." + name);
    }

    /** Id of the form that is filed. */
    String form() {
        return form;
    }

    Role reviewer() {
        return reviewer;
    }

    /** The entry of which business types are opened. */
    Realm realm() {
        return switch (this) {
            case CUSTOMS -> Realm.CUSTOMS;
            case INSPECTION -> Realm.INSPECTION;
        };
    }

    /** Code of the office at which a record is filed. */
    String office(FormRecord record) {
        return record.answers().text(officeField);
    }

    /** The entry whose form that is. */
    static Optional<Entry> of(String form) {
        return Arrays.stream(values()).filter(entry -> entry.form.equals(form)).findFirst();
    }
}
