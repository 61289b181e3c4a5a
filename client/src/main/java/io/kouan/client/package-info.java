/** The enterprise's side on the command line. */
@NullMarked
package io.kouan.client;

import org.jspecify.annotations.NullMarked;
