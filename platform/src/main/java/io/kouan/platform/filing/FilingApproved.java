package io.kouan.platform.filing;

/**
 * An office has approved a filing (审批通过): from now on the enterprise may ask for business types. Told inside the transaction.
 *
 * @param record id of the filing
 * @param office code of the office
 */
public record FilingApproved(Entry entry, long enterprise, long record, String office) {}
