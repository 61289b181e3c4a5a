package io.kouan.platform.transmission;

import io.kouan.platform.transmission.DxpUser.State;

/**
 * A DXP user as the registry shows it.
 *
 * @param customsCode of the enterprise; empty where it has none
 * @param inUse whether its channel was ever opened
 */
record DxpUserView(DxpUser user, String customsCode, String nameZh, String nameEn, boolean inUse) {

    /** As the handbook names the states: what was issued and is used is 使用中. */
    public String state() {
        return user.state() == State.ISSUED && inUse ? "IN_USE" : user.state().name();
    }
}
