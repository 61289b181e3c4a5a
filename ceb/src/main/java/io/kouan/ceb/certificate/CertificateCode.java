package io.kouan.ceb.certificate;

import io.kouan.ceb.finding.FindingCode;

/** Why a certificate that fits its signature still does not count (signature.md, section 6, step 5). */
public enum CertificateCode implements FindingCode {
    ISSUER_UNKNOWN("CEB-5101"),
    CERTIFICATE_NOT_YET_IN_FORCE("CEB-5102"),
    CERTIFICATE_NO_LONGER_IN_FORCE("CEB-5103"),
    CERTIFICATE_WITHDRAWN("CEB-5104"),
    CERTIFICATE_NOT_FOR_SIGNING("CEB-5105"),
    ISSUER_NOT_IN_FORCE("CEB-5106");

    private final String code;

    CertificateCode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
