/**
 * Filing at the two entries (企业备案): at customs through the customs entry (报关入口, handbook S7) and at the inspection office
 * through the inspection entry (报检入口, S8). The forms are data; here is what no data can say, and the entries' own pages.
 */
@NullMarked
package io.kouan.platform.filing;

import org.jspecify.annotations.NullMarked;
