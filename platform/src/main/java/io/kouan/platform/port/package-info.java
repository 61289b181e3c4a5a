/** The port itself: its home folder, its strictness, its clock. Every other module may use it. */
@NullMarked
package io.kouan.platform.port;

import org.jspecify.annotations.NullMarked;
