package io.kouan.ceb.message;

/**
 * Bounds that every input has to keep.
 *
 * @param maxBytes most bytes of a message (decision: 20 MB)
 * @param maxDepth deepest nesting
 * @param maxText most characters of one text
 * @param maxAttributes most attributes of one element
 * @param maxFindings most findings reported; after that reading goes on but reports no more
 */
public record Limits(int maxBytes, int maxDepth, int maxText, int maxAttributes, int maxFindings) {

    public static final Limits STANDARD = new Limits(20 * 1024 * 1024, 16, 1024 * 1024, 16, 100);
}
