/** The port's HTTP API as the client sees it: hand messages in, fetch receipts, say which ones are held. */
@NullMarked
package io.kouan.client.exchange;

import org.jspecify.annotations.NullMarked;
