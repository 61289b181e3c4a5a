/** What one port has of its own: offices, telephone numbers, deadlines (handbook sections 一 to 四). */
@NullMarked
package io.kouan.ceb.port;

import org.jspecify.annotations.NullMarked;
