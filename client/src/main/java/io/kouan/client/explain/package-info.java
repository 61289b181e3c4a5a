/** Explains codes and receipts: what it is, why, what to do. */
@NullMarked
package io.kouan.client.explain;

import org.jspecify.annotations.NullMarked;
