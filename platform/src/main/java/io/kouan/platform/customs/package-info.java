/** The judge (海关): pure functions over documents that follow the rules. Knows neither database nor web nor clock. */
@NullMarked
package io.kouan.platform.customs;

import org.jspecify.annotations.NullMarked;
