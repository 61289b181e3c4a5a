/** Signs messages (加签). */
@NullMarked
package io.kouan.client.sign;

import org.jspecify.annotations.NullMarked;
