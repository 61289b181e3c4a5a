/**
 * The pages of the form engine: task list, one group of questions per page, check your answers, the officers' desk; for rooms with an
 * entry of their own, the list and the record on one page; and {@link io.kouan.platform.forms.page.Questions}, with which other rooms
 * ask and check in the same way.
 */
@NullMarked
@NamedInterface("page")
package io.kouan.platform.forms.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
