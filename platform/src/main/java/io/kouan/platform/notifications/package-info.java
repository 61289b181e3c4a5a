/** Notifications (消息通知, handbook section 4): who is told what, on the site and by mail or SMS, from an outbox so that none is lost. */
@NullMarked
package io.kouan.platform.notifications;

import org.jspecify.annotations.NullMarked;
