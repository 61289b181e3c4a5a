/** Hands messages in at the port, each one once, whatever happens in between. */
@NullMarked
package io.kouan.client.send;

import org.jspecify.annotations.NullMarked;
