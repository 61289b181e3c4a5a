/** Licence and activation of the client on this computer (许可证与激活, handbook S10); the part that a client with windows uses as well. */
@NullMarked
package io.kouan.client.activation;

import org.jspecify.annotations.NullMarked;
