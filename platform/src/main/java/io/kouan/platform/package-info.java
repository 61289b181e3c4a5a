/** The port's server; each package below is a module with its own API. */
@NullMarked
package io.kouan.platform;

import org.jspecify.annotations.NullMarked;
