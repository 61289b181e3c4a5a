package io.kouan.platform.localfiling;

import java.util.Optional;

/** How far a local filing is (办理状态, handbook S6): what the ticket's state alone does not say. */
public enum CaseState {
    /** 已提交 */
    SUBMITTED,
    /** 材料审核 */
    CHECKING,
    /** 待补正: the clock stands still */
    CORRECTION,
    /** 已递交数据中心 */
    FORWARDED,
    /** 已下发DXPID */
    DXP_ISSUED,
    /** 已开通: accounts, licence and channel are there, and released */
    PROVISIONED,
    /** 已批复 */
    COMPLETED,
    /** 不予办理 */
    REFUSED,
    /** 已撤销 */
    CANCELLED;

    /**
     * The state of a case; empty where the ticket was not handed in.
     *
     * @param ticket state of the ticket
     * @param issued whether the data centre has given a DXP ID on it
     * @param provisioned whether everything is released
     * @param refused whether the service desk refuses it
     */
    static Optional<CaseState> of(String ticket, boolean issued, boolean provisioned, boolean refused) {
        return Optional.ofNullable(
                switch (ticket) {
                    case "SUBMITTED" -> SUBMITTED;
                    case "PROCESSING" -> provisioned ? PROVISIONED : issued ? DXP_ISSUED : CHECKING;
                    case "NEED_INFO" -> CORRECTION;
                    case "FORWARDED" -> FORWARDED;
                    case "REPLIED", "CLOSED" -> refused ? REFUSED : COMPLETED;
                    case "CANCELLED" -> CANCELLED;
                    default -> null;
                });
    }
}
