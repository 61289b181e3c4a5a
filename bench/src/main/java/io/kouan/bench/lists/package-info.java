/** How fast the lists and the overview answer when the journal is long. */
@NullMarked
package io.kouan.bench.lists;

import org.jspecify.annotations.NullMarked;
