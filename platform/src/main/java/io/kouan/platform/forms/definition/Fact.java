package io.kouan.platform.forms.definition;

import java.util.Arrays;

/** What a condition may ask about the enterprise, the session and the other cases. */
public enum Fact {
    /** the profile says agent enterprise (代理企业) */
    IS_AGENT("enterprise.is_agent"),
    /** the profile holds a customs code (海关十位编码) */
    HAS_CUSTOMS_CODE("enterprise.has_customs_code"),
    /** that code was verified by a certificate or an officer */
    CUSTOMS_CODE_VERIFIED("enterprise.customs_code_verified"),
    /** none, legal_person or operator */
    CARD("session.card"),
    /** state of the filing at the customs entry */
    CUSTOMS_FILING("filing.customs_state"),
    /** state of the filing at the inspection entry */
    INSPECTION_FILING("filing.inspection_state"),
    /** state of the local filing */
    LOCAL_FILING("case.local_filing_state");

    private static final String DID = "record.did.";

    private final String id;

    Fact(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** The fact that a step was taken with this record before; {@code true} or nothing. */
    public static String did(String action) {
        return DID + action;
    }

    static boolean isKnown(String id) {
        return id.startsWith(DID) || Arrays.stream(values()).anyMatch(fact -> fact.id.equals(id));
    }
}
