/** One broken sample per finding: what each check is there to catch. */
@NullMarked
package io.kouan.ceb.sample.broken;

import org.jspecify.annotations.NullMarked;
