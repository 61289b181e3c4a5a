package io.kouan.platform.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A member of staff (工作人员): somebody of an authority or of the operating company.
 *
 * @param organisation 所属单位
 * @param customsOffice the one customs office whose filings a reviewer decides; empty for others
 * @param inspectionOffice the one inspection office, likewise
 * @param linkedCreditCode credit code of the enterprise the person belongs to; empty where there is none
 * @param idNumber number of the ID document, where given
 * @param disabledAt since when the person may not sign in
 * @param confirmedAt when two administrators last agreed on the roles
 * @param createdAt when the account was made
 * @param remindedAt when their confirmation was last asked for
 * @param suspended roles that nobody confirmed in time, which do not count any more
 * @param version grows with every change
 */
public record StaffAccount(
        String login,
        String name,
        Set<Role> roles,
        String organisation,
        String customsOffice,
        String inspectionOffice,
        String linkedCreditCode,
        String idNumber,
        String mobile,
        Optional<Instant> disabledAt,
        Optional<Instant> confirmedAt,
        Instant createdAt,
        Optional<Instant> remindedAt,
        Set<Role> suspended,
        int version) {

    public StaffAccount {
        roles = Set.copyOf(roles);
        suspended = Set.copyOf(suspended);
    }

    public boolean isDisabled() {
        return disabledAt.isPresent();
    }
}
