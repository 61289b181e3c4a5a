package io.kouan.ceb.lint;

import io.kouan.ceb.finding.FindingCode;

/** What the rules refuse in one document by itself. */
public enum RuleCode implements FindingCode {
    PAID_DOES_NOT_ADD_UP("CEB-4001"),
    GOODS_VALUE_DOES_NOT_ADD_UP("CEB-4002"),
    LINE_TOTAL_WRONG("CEB-4003"),
    NEGATIVE_AMOUNT("CEB-4004"),
    DISCOUNT_TOO_LARGE("CEB-4005"),
    LINE_NUMBERS_WRONG("CEB-4006"),
    FREE_WITHOUT_REASON("CEB-4007"),
    PAYMENT_HALF_NAMED("CEB-4008"),
    NOTHING_PAID("CEB-4009"),
    NOT_ONE_PACKAGE("CEB-4010"),
    NO_WEIGHT("CEB-4011"),
    MODE_NOT_OPEN("CEB-4012"),
    DIRECT_FIELD_MISSING("CEB-4013"),
    DIRECT_FIELD_SUPERFLUOUS("CEB-4014"),
    BONDED_FIELD_MISSING("CEB-4015"),
    BONDED_NOT_FROM_CHINA("CEB-4016"),
    NET_ABOVE_GROSS("CEB-4017"),
    QUANTITY_NOT_POSITIVE("CEB-4018"),
    SECOND_UNIT_HALF_GIVEN("CEB-4019"),
    SAME_UNIT_OTHER_QUANTITY("CEB-4020"),
    NOT_IN_TARIFF("CEB-4021"),
    STATUTORY_UNIT_WRONG("CEB-4022"),
    INVENTORY_LINE_TOTAL_WRONG("CEB-4023"),
    ORIGIN_CHINA("CEB-4024"),
    GUARANTOR_NOT_A_PARTY("CEB-4025"),
    ABOVE_SINGLE_LIMIT("CEB-4026"),
    MODEL_TOO_POOR("CEB-4027"),
    INVENTORY_LINE_NUMBERS_WRONG("CEB-4028");

    private final String code;

    RuleCode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
