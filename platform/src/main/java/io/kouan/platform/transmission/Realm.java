package io.kouan.platform.transmission;

/** Which entry a business type is open in. */
public enum Realm {
    /** 报关入口 */
    CUSTOMS,
    /** 报检入口 */
    INSPECTION
}
