/** A demonstration: signed messages, some deliberately wrong, go through the port's API as any client's would. */
@NullMarked
package io.kouan.client.demo;

import org.jspecify.annotations.NullMarked;
