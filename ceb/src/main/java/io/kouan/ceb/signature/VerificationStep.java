package io.kouan.ceb.signature;

import io.kouan.ceb.certificate.CertificateCode;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.finding.Language;

/** The steps of verification as a person follows them (signature.md, section 6). */
public enum VerificationStep {
    PLACE("根元素下有一个签名，位置和结构正确", "The root has one signature, in its place and of the known structure"),
    ALGORITHMS("算法是规范给出的一套", "The algorithms are a suite of the specification"),
    REFERENCE("只引用整个报文，只有一个转换", "One reference to the whole message with one transform"),
    DIGEST("摘要与报文一致", "The digest fits the message"),
    CERTIFICATE("证书可读，密钥与算法相符", "The certificate can be read and its key fits the algorithm"),
    VALUE("签名值由证书的私钥签出", "The value was made with the certificate's private key"),
    TRUST("证书由受信任的机构签发，有效且未吊销", "The certificate was issued by a trusted authority, is in force and not revoked");

    private final String zh;
    private final String en;

    VerificationStep(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** What is checked, as a statement that holds or does not. */
    public String title(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /** The step at which something is found; all that verification finds besides its own codes is about shape. */
    static VerificationStep of(FindingCode code) {
        if (code instanceof CertificateCode) {
            return TRUST;
        }
        return code instanceof SignatureCode own ? of(own) : PLACE;
    }

    private static VerificationStep of(SignatureCode code) {
        return switch (code) {
            case UNKNOWN_CANONICALIZATION, UNKNOWN_ALGORITHM, ALGORITHMS_DO_NOT_PAIR, FORGAVE_ALGORITHM_NAMES ->
                ALGORITHMS;
            case REFERENCE_NOT_WHOLE_DOCUMENT, WRONG_TRANSFORM -> REFERENCE;
            case DIGEST_DIFFERS, FORGAVE_LINE_BREAK -> DIGEST;
            case CERTIFICATE_MISSING, CERTIFICATE_UNREADABLE, ALGORITHM_DOES_NOT_FIT_KEY -> CERTIFICATE;
            case VALUE_DOES_NOT_VERIFY, FORGAVE_SIGNED_INFO_SPACE -> VALUE;
        };
    }
}
