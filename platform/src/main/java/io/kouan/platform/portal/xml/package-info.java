/** XML made readable: coloured, laid out in lines, personal data masked, findings pinned to their lines. */
@NullMarked
package io.kouan.platform.portal.xml;

import org.jspecify.annotations.NullMarked;
