package io.kouan.platform.qualification;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.officer;

import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.FormSteps;
import io.kouan.platform.forms.check.Answers;

/** An enterprise in section one, its officers, and what they do with forms, on records in a real database. */
abstract class SectionOneFixture {

    static final TestPort PORT = TestPort.shared();
    static final Actor COMMERCE = officer("commerce", Role.MOFCOM_REVIEWER);
    static final Actor REGISTRAR = officer("registrar", Role.CUS_REG_REVIEWER);

    final FormEditing editing = PORT.bean(FormEditing.class);
    final FormSteps steps = PORT.bean(FormSteps.class);
    final FormRecords records = PORT.bean(FormRecords.class);
    final EnterpriseProfiles profiles = PORT.bean(EnterpriseProfiles.class);

    final TestEnterprise company = TestEnterprise.of(PORT);
    final String creditCode = company.creditCode();
    final long enterprise = company.id();
    final Actor admin = company.admin();

    FormRecord begin(String form) {
        return company.begin(form, admin);
    }

    FormRecord fill(FormRecord record, Answers answers) {
        return company.fill(record, answers, admin);
    }

    FormRecord declare(FormRecord record, Answers answers) {
        attach(record);
        return done(company.take(fill(record, answers), "declare", Decision.plain(), admin));
    }

    void attach(FormRecord record) {
        if (PORT.bean(FormAttachments.class).of(record).isEmpty()) {
            company.attach(record, "licence_scan", admin);
        }
    }

    String state(FormRecord record) {
        return records.find(record.id()).orElseThrow().state();
    }
}
