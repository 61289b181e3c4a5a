package io.kouan.platform.forms;

import io.kouan.platform.forms.definition.Label;

/**
 * Something that an officer has to have seen before a step (审核清单, handbook 2.6).
 *
 * @param key under which it is sent and kept
 * @param action the step
 * @param group what it belongs to: the file, or the paper
 * @param label what was to be seen; empty for seals and signatures, which the kind says
 * @param page of the file, from 1; 0 for the file as a whole
 */
public record Tick(String key, String action, Kind kind, Label group, Label label, int page) {

    /** What is to be seen. */
    public enum Kind {
        /** 公章 */
        SEAL,
        /** 法人签字 */
        SIGNATURE,
        /** a point of a paper */
        POINT
    }
}
