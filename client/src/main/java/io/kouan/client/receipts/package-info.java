/** Fetches receipts into a folder, remembers how far it is, and tells the port. */
@NullMarked
package io.kouan.client.receipts;

import org.jspecify.annotations.NullMarked;
