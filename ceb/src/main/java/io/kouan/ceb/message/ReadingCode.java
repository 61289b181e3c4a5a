package io.kouan.ceb.message;

import io.kouan.ceb.finding.FindingCode;

/** Why bytes cannot be read as a CEB message at all. */
public enum ReadingCode implements FindingCode {
    EMPTY_INPUT("CEB-1001"),
    TOO_LARGE("CEB-1002"),
    NOT_WELL_FORMED("CEB-1003"),
    NOT_UTF8("CEB-1004"),
    DTD_FORBIDDEN("CEB-1005"),
    ENTITY_FORBIDDEN("CEB-1006"),
    TOO_DEEP("CEB-1007"),
    TEXT_TOO_LONG("CEB-1008"),
    TOO_MANY_ATTRIBUTES("CEB-1009"),
    UNKNOWN_MESSAGE_TYPE("CEB-1010"),
    WRONG_ROOT_NAMESPACE("CEB-1011"),
    NAME_TOO_LONG("CEB-1012"),
    TOO_MANY_NAMES("CEB-1013");

    private final String code;

    ReadingCode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
