/** The whole road of an enterprise (企业接入), from the sign-up to the first released inventory, through nothing but the port's own pages. */
@NullMarked
package io.kouan.client.road;

import org.jspecify.annotations.NullMarked;
