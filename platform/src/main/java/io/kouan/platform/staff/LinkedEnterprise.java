package io.kouan.platform.staff;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfile;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.StaffAccount;
import io.kouan.platform.accounts.StaffAccounts;
import io.kouan.platform.forms.DecisionBar;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Nobody decides about the enterprise that they are linked to: by their account, or by an ID number or mobile number that the enterprise
 * or its application names (SOD-01).
 */
@Component
class LinkedEnterprise implements DecisionBar {

    private final StaffAccounts accounts;
    private final EnterpriseProfiles enterprises;

    LinkedEnterprise(StaffAccounts accounts, EnterpriseProfiles enterprises) {
        this.accounts = accounts;
        this.enterprises = enterprises;
    }

    @Override
    public Optional<String> refusal(FormDefinition form, FormRecord record, Actor officer) {
        if (record.enterprise().isEmpty()) {
            return Optional.empty();
        }
        var enterprise = enterprises.of(record.enterprise().getAsLong());
        return accounts.find(officer.login())
                .filter(account -> isLinked(account, enterprise, record.answers()))
                .map(account -> "ERR_SELF_APPROVAL");
    }

    static boolean isLinked(StaffAccount account, EnterpriseProfile enterprise, Answers answers) {
        if (account.linkedCreditCode().equals(enterprise.creditCode())) {
            return true;
        }
        var own = Stream.of(account.mobile(), account.idNumber())
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toSet());
        return names(own, enterprise.values().values())
                || names(own, answers.fields().values())
                || answers.tables().values().stream()
                        .flatMap(Collection::stream)
                        .anyMatch(row -> names(own, row.values()));
    }

    private static boolean names(Set<String> own, Collection<String> values) {
        return values.stream().anyMatch(own::contains);
    }
}
