package io.kouan.platform.accounts;

/**
 * An officer has looked at the customs code that an enterprise entered (海关十位编码核验); where it did not hold, it is gone from the
 * profile. Published inside the transaction of the finding.
 */
public record CustomsCodeJudged(long enterprise, String customsCode, boolean passed, String reason) {}
