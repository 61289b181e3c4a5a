/** Verifies signatures (验签) and says which part does not stand. */
@NullMarked
package io.kouan.client.verify;

import org.jspecify.annotations.NullMarked;
