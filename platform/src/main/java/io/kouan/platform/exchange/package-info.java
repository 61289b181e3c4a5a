/**
 * The exchange (数据交换): the only way in and out for messages. Takes them at the door, makes them durable in the journal, hands
 * receipts out.
 *
 * <p>Security guarantees: what the journal calls accepted was sent by the channel it names, carries a signature of a
 * certificate on file for that channel's enterprise (profile strict), and keeps the schema; nothing is answered before it
 * is durable. Not guaranteed: that a document is true, or allowed.
 */
@NullMarked
package io.kouan.platform.exchange;

import org.jspecify.annotations.NullMarked;
