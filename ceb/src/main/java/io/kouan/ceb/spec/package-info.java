/** Reads the specification's YAML and CSV files strictly: what it does not know, it refuses. */
@NullMarked
package io.kouan.ceb.spec;

import org.jspecify.annotations.NullMarked;
