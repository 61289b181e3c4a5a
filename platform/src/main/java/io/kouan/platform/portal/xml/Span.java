package io.kouan.platform.portal.xml;

/**
 * A coloured piece of a line.
 *
 * @param style class name: {@code x-tag}, {@code x-name}, {@code x-attr}, {@code x-value}, {@code x-text}, {@code x-dim},
 *     {@code x-mask}
 */
public record Span(String style, String text) {}
