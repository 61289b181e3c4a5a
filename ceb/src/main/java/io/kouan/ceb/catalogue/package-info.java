/** The message dictionary (报文字典) of the unified edition, 2022-05: types, entities, fields, code tables. Read from data. */
@NullMarked
package io.kouan.ceb.catalogue;

import org.jspecify.annotations.NullMarked;
