/**
 * The hand-in of section two (总署统一版接入申请, handbook S4): four papers are prepared, handed in at the customs window, accepted or
 * returned with all that they lack, and the permission is opened. The form is data; here is what no data can say.
 */
@NullMarked
package io.kouan.platform.handin;

import org.jspecify.annotations.NullMarked;
