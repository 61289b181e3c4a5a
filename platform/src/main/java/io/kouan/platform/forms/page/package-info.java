/** The pages of the form engine: task list, one group of questions per page, check your answers, the officers' desk. */
@NullMarked
package io.kouan.platform.forms.page;

import org.jspecify.annotations.NullMarked;
