/** The installation on this machine: start, stop and look at the server that {@code ./kouan up} runs. */
@NullMarked
package io.kouan.client.local;

import org.jspecify.annotations.NullMarked;
