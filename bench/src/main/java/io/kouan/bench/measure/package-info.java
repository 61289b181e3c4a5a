/** What the load costs: processor time and memory of server, database and generator, from {@code /proc}. */
@NullMarked
package io.kouan.bench.measure;

import org.jspecify.annotations.NullMarked;
