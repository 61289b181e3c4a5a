/** CEB messages (报文) as immutable values, their hardened one-pass reader and their writer. */
@NullMarked
package io.kouan.ceb.message;

import org.jspecify.annotations.NullMarked;
