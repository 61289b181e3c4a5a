/** The signing agent (签名代理): software cards on the user's own machine, and a small server that only the port's pages may ask. */
@NullMarked
package io.kouan.client.agent;

import org.jspecify.annotations.NullMarked;
