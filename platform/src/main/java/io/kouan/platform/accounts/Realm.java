package io.kouan.platform.accounts;

import java.util.Locale;
import java.util.Optional;

/** Where an account is at home (handbook 1.4); logins are unique inside a realm. */
public enum Realm {
    /** 单一窗口 */
    SW,
    /** 客户服务平台 */
    CS,
    /** 跨境电商报关入口 */
    KJ_CUS,
    /** 跨境电商报检入口 */
    KJ_CIQ;

    /** What whoever has an account of this realm may be by it; empty for the Single Window, whose accounts are many things. */
    public Optional<Role> role() {
        return switch (this) {
            case SW -> Optional.empty();
            case CS -> Optional.of(Role.CS_USER);
            case KJ_CUS -> Optional.of(Role.KJ_CUS_USER);
            case KJ_CIQ -> Optional.of(Role.KJ_CIQ_USER);
        };
    }

    /**
     * The login under which somebody is kept who has an account of this realm and no other. No name that can be chosen holds a colon, so
     * that the same name may be given away in every realm.
     */
    public String personOf(String login) {
        return this == SW
                ? login
                : name().toLowerCase(Locale.ROOT) + ":" + login.strip().toLowerCase(Locale.ROOT);
    }
}
