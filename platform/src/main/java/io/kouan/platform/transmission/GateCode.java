package io.kouan.platform.transmission;

import io.kouan.ceb.finding.FindingCode;

/** Why the gate does not let a message through although it is signed and its sender is known. */
public enum GateCode implements FindingCode {
    CHANNEL_NOT_OPEN("EX-1301"),
    CHANNEL_SUSPENDED("EX-1302"),
    BUSINESS_TYPE_NOT_OPEN("EX-1303"),
    INTERFACE_NOT_LIVE("EX-1304"),
    SOURCE_NOT_PERMITTED("EX-1305");

    private final String code;

    GateCode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
