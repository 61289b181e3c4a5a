package io.kouan.platform.staff;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.accounts.StaffAccount;
import io.kouan.platform.accounts.StaffAccounts;
import io.kouan.platform.forms.DecisionBar;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An office's reviewer decides only what was handed to that office (SOD-07): the form says which, in the field that lists offices. */
@Component
class OwnOffice implements DecisionBar {

    private final StaffAccounts accounts;

    OwnOffice(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<String> refusal(FormDefinition form, FormRecord record, Actor officer) {
        if (!officer.roles().contains(Role.CUS_OFFICE_REVIEWER)
                && !officer.roles().contains(Role.INSP_ORG_REVIEWER)) {
            return Optional.empty();
        }
        return isOwn(form, record, officer.roles(), accounts.find(officer.login()))
                ? Optional.empty()
                : Optional.of("ERR_OUT_OF_SCOPE");
    }

    /** Whether the record was handed to the officer's office; without an office nothing was. */
    static boolean isOwn(FormDefinition form, FormRecord record, Set<Role> roles, Optional<StaffAccount> account) {
        return roles.contains(Role.CUS_OFFICE_REVIEWER)
                        && chosen(form, record, "customs_office")
                                .equals(account.map(StaffAccount::customsOffice).filter(it -> !it.isEmpty()))
                || roles.contains(Role.INSP_ORG_REVIEWER)
                        && chosen(form, record, "inspection_org")
                                .equals(account.map(StaffAccount::inspectionOffice)
                                        .filter(it -> !it.isEmpty()))
                || chosen(form, record, "customs_office").isEmpty()
                        && chosen(form, record, "inspection_org").isEmpty();
    }

    private static Optional<String> chosen(FormDefinition form, FormRecord record, String list) {
        return form.fields()
                .filter(field -> field.options().equals(list))
                .map(Field::key)
                .map(key -> record.answers().text(key))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
