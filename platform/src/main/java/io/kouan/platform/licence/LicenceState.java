package io.kouan.platform.licence;

/** How a licence stands (许可证状态); an option of {@code licence_state}. */
enum LicenceState {
    ISSUED,
    ACTIVATED,
    SUSPENDED,
    REVOKED,
    EXPIRED;

    /** How it is coloured. */
    String tone() {
        return switch (this) {
            case ACTIVATED -> "good";
            case ISSUED -> "wait";
            case SUSPENDED, REVOKED, EXPIRED -> "bad";
        };
    }
}
