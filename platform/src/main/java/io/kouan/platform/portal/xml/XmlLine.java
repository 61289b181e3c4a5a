package io.kouan.platform.portal.xml;

import java.util.List;

/**
 * A line as it is shown.
 *
 * @param number from 1, as shown beside it
 * @param depth how far it is set in
 * @param notes indexes of the findings that belong here
 */
public record XmlLine(int number, int depth, List<Span> spans, List<Integer> notes) {}
