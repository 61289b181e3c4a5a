/** How fast the portal's pages are when ten thousand enterprises have been at work: {@code ./kouan bench portal}. */
@NullMarked
package io.kouan.bench.portal;

import org.jspecify.annotations.NullMarked;
