/** The load: signed messages made beforehand, sent over plain sockets, every receipt fetched and checked. */
@NullMarked
package io.kouan.bench.load;

import org.jspecify.annotations.NullMarked;
