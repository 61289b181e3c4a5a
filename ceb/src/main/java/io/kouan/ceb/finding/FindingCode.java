package io.kouan.ceb.finding;

/**
 * What a finding says. Each area has one enum of these; the number is given by hand, never changes its meaning and is
 * never used again. Texts, rule and receipt stand in {@code findings/*.yaml} under the same number.
 */
public interface FindingCode {

    /** For example {@code CEB-2003}. */
    String code();

    /** The enum's own name, for example {@code FIELD_TOO_LONG}. */
    String name();

    /** What the specification's data say about this code. */
    default FindingText text() {
        return FindingTexts.of(this);
    }
}
