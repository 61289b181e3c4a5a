package io.kouan.ceb.signature;

/** The two generations of algorithms; the certificate's key decides which one is used (signature.md, section 1). */
public enum Suite {
    /** certificates issued before 2022-07-01 */
    RSA_SHA1("http://www.w3.org/2000/09/xmldsig#rsa-sha1", "http://www.w3.org/2000/09/xmldsig#sha1"),
    /** certificates issued since 2022-07-01 */
    SM2_SM3("http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3", "http://www.chinaport.gov.cn/2022/04/xmldsig#sm3");

    private final String signatureMethod;
    private final String digestMethod;

    Suite(String signatureMethod, String digestMethod) {
        this.signatureMethod = signatureMethod;
        this.digestMethod = digestMethod;
    }

    /** URI in SignatureMethod. */
    public String signatureMethod() {
        return signatureMethod;
    }

    /** URI in DigestMethod. */
    public String digestMethod() {
        return digestMethod;
    }
}
