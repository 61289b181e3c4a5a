/**
 * The pages: what people see of messages, documents and receipts, and the desk where anybody has a message checked.
 *
 * <p>Rendered on the server, complete without script. Every query takes the viewer's scope.
 */
@NullMarked
package io.kouan.platform.portal;

import org.jspecify.annotations.NullMarked;
