/**
 * Business types (业务类型, handbook 四.1 and S5): an enterprise asks for 9610 and 1210, import and export; the service desk opens the
 * roles at both entries; the entries show their business menus to whoever holds them.
 */
@NullMarked
package io.kouan.platform.business;

import org.jspecify.annotations.NullMarked;
