package io.kouan.platform.port;

/** Why a day counts towards a deadline or does not (handbook 2.3). */
public enum DayReason {
    WORKING_DAY(true, "工作日", "working day"),
    MAKE_UP_DAY(true, "调休上班", "make-up working day"),
    WEEKEND(false, "周末", "weekend"),
    HOLIDAY(false, "节假日", "public holiday"),
    PAUSED(false, "待企业补充，暂停计时", "paused, the applicant must act");

    private final boolean counts;
    private final String zh;
    private final String en;

    DayReason(boolean counts, String zh, String en) {
        this.counts = counts;
        this.zh = zh;
        this.en = en;
    }

    public boolean counts() {
        return counts;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
