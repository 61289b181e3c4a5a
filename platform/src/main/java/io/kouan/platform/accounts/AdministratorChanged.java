package io.kouan.platform.accounts;

import java.util.List;

/**
 * The legal person has put somebody else in the place of an enterprise's administrator (变更企业管理员). Published inside the transaction
 * of the change.
 *
 * @param former logins of those who were
 * @param login of who is now
 */
public record AdministratorChanged(long enterprise, List<String> former, String login, String name) {

    public AdministratorChanged {
        former = List.copyOf(former);
    }
}
