/** What the commands say and how: texts in two languages, tables, progress, exit codes. */
@NullMarked
package io.kouan.client.terminal;

import org.jspecify.annotations.NullMarked;
