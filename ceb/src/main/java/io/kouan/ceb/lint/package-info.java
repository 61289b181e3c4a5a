/** Checks of one message: code tables, check digits and the rules that need no other document. */
@NullMarked
package io.kouan.ceb.lint;

import org.jspecify.annotations.NullMarked;
