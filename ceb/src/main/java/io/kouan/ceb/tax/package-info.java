/** Tariff (税则) and the tax on cross-border retail imports (跨境电商综合税), rules. */
@NullMarked
package io.kouan.ceb.tax;

import org.jspecify.annotations.NullMarked;
