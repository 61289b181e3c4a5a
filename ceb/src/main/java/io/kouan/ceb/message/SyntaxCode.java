package io.kouan.ceb.message;

import io.kouan.ceb.finding.FindingCode;

/** Where a readable message breaks the schema of 2022-05. */
public enum SyntaxCode implements FindingCode {
    UNKNOWN_ELEMENT("CEB-2001"),
    WRONG_NAMESPACE("CEB-2002"),
    OUT_OF_ORDER("CEB-2003"),
    MISSING_ELEMENT("CEB-2004"),
    TOO_MANY("CEB-2005"),
    TOO_MANY_DOCUMENTS("CEB-2006"),
    TOO_MANY_LINES("CEB-2007"),
    TEXT_NOT_ALLOWED("CEB-2008"),
    ELEMENT_NOT_ALLOWED("CEB-2009"),
    UNKNOWN_ATTRIBUTE("CEB-2010"),
    MISSING_ATTRIBUTE("CEB-2011"),
    TOO_SHORT("CEB-2012"),
    TOO_LONG("CEB-2013"),
    NOT_A_WHOLE_NUMBER("CEB-2014"),
    NOT_A_DECIMAL("CEB-2015"),
    TOO_MANY_DIGITS("CEB-2016"),
    TOO_MANY_FRACTION_DIGITS("CEB-2017"),
    NOT_THE_FIXED_VALUE("CEB-2018"),
    SIGNATURE_MISSING("CEB-2019");

    private final String code;

    SyntaxCode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
