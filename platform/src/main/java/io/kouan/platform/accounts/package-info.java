/** Enterprises (企业), the people who act for them, and the channels through which their messages come. */
@NullMarked
package io.kouan.platform.accounts;

import org.jspecify.annotations.NullMarked;
