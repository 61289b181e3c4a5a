/** Realistic message sets, seeded and valid, and one broken sample per finding. */
@NullMarked
package io.kouan.ceb.sample;

import org.jspecify.annotations.NullMarked;
