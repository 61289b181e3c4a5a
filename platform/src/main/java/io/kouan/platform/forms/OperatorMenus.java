package io.kouan.platform.forms;

import io.kouan.platform.accounts.Account;
import io.kouan.platform.accounts.Accounts;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Menu;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which forms an operator's administrator lets them work in (菜单权限, handbook screen 1.3). Everybody else is not limited by it. */
@Component
class OperatorMenus {

    private final Accounts accounts;

    OperatorMenus(Accounts accounts) {
        this.accounts = accounts;
    }

    boolean open(FormDefinition form, Actor actor) {
        boolean limited = actor.roles().contains(Role.ENT_OPERATOR)
                && !actor.roles().contains(Role.ENT_ADMIN)
                && actor.roles().stream().allMatch(Role::isOfEnterprise);
        return !limited
                || menu(form)
                        .map(menu -> accounts.find(actor.login())
                                .map(Account::menus)
                                .orElse(Set.of())
                                .contains(menu))
                        .orElse(true);
    }

    private static Optional<Menu> menu(FormDefinition form) {
        return switch (form.system()) {
            case "S2" -> Optional.of(Menu.QUALIFICATION);
            case "S4" -> Optional.of(Menu.HANDIN);
            default -> Optional.empty();
        };
    }
}
