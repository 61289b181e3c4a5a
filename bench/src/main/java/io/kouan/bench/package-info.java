/** Load generator and benchmarks. */
@NullMarked
package io.kouan.bench;

import org.jspecify.annotations.NullMarked;
