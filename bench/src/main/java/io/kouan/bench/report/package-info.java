/** The figures, for people and for scripts. */
@NullMarked
package io.kouan.bench.report;

import org.jspecify.annotations.NullMarked;
