package io.kouan.platform.credentials;

/** What a card is for (卡类型). */
public enum CardKind {
    /** 法人卡: of the enterprise; opens what only the legal person may do */
    LEGAL,
    /** 操作员卡: of a named employee */
    OPERATOR,
    /** CA加密证书: the certificate of an encryption machine; nobody signs in with it */
    MACHINE;

    /** Whether somebody signs in with it. */
    public boolean isCard() {
        return this != MACHINE;
    }
}
