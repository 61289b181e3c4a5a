/** The data exchange platform (数据交换平台, DXP): the door, the journal, the receipts. The only way in and out for messages. */
@NullMarked
package io.kouan.platform.exchange;

import org.jspecify.annotations.NullMarked;
