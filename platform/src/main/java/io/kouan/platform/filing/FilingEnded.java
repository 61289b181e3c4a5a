package io.kouan.platform.filing;

/**
 * A filing that was approved counts no longer: declared void (备案失效) or cancelled (注销). The enterprise's business roles of that
 * entry close with it (roles.md section 5). Told inside the transaction.
 *
 * @param record id of the filing
 * @param office code of the office
 */
public record FilingEnded(Entry entry, long enterprise, long record, String office) {}
