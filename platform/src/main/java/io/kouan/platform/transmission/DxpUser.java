package io.kouan.platform.transmission;

import java.time.LocalDate;

/**
 * An id on the data exchange platform (DXP用户), given to an enterprise by the data centre.
 *
 * @param ticketNo on which it was asked for
 * @param checkedBy the second officer; empty while nobody has checked
 */
public record DxpUser(
        String dxpId,
        long enterpriseId,
        String ticketNo,
        String nodeCode,
        LocalDate issuedOn,
        String issuedBy,
        String checkedBy,
        State state,
        String reason,
        int version) {

    /** How it stands (handbook S9). */
    public enum State {
        /** 待复核: entered, not checked */
        ENTERED,
        /** 已下发 */
        ISSUED,
        /** 已暂停 */
        SUSPENDED,
        /** 已注销, never used again */
        CANCELLED
    }
}
