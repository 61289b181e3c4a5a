package io.kouan.platform.accounts;

import java.util.List;
import java.util.Optional;

/**
 * Somebody else has come in the place of an enterprise's administrator (变更企业管理员): the legal person wanted it, or a ticket with a
 * sealed request. Published inside the transaction of the change.
 *
 * @param former logins of those who were
 * @param login of who is now
 * @param ticket number of the ticket; empty where the legal person did it
 */
public record AdministratorChanged(
        long enterprise, List<String> former, String login, String name, Optional<String> ticket) {

    public AdministratorChanged {
        former = List.copyOf(former);
    }
}
