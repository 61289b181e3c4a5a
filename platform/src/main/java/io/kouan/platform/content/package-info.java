/** What the port publishes (内容): notices and the download centre (handbook screens 1.4 and 1.5), written by one, published by another. */
@NullMarked
package io.kouan.platform.content;

import org.jspecify.annotations.NullMarked;
