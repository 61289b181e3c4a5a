/** The audit log (审计日志, roles.md section 7): who did what, when and from where; append-only, each entry chained to the one before. */
@NullMarked
package io.kouan.platform.audit;

import org.jspecify.annotations.NullMarked;
