/** What a command works on: files, folders, or what comes through the pipe. */
@NullMarked
package io.kouan.client.files;

import org.jspecify.annotations.NullMarked;
