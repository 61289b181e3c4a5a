/** Checks messages without sending them (报文预检). */
@NullMarked
package io.kouan.client.lint;

import org.jspecify.annotations.NullMarked;
