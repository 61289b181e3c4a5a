/** The sandbox (沙箱): at the first start it draws an authority, invented enterprises, their keys, channels and people. */
@NullMarked
package io.kouan.platform.sandbox;

import org.jspecify.annotations.NullMarked;
