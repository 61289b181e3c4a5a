/** Administration (系统管理, handbook S12): offices, calendar and switches as data, changed by one administrator and confirmed by another (SOD-12). */
@NullMarked
package io.kouan.platform.administration;

import org.jspecify.annotations.NullMarked;
