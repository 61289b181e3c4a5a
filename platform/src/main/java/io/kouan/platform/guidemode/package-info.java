/**
 * The guide mode of the sandbox (导航代办): one person walks the whole road alone; what the port's desks decide is decided by the sandbox's
 * own officers, through the same services and with the same guards, and says so.
 */
@NullMarked
package io.kouan.platform.guidemode;

import org.jspecify.annotations.NullMarked;
