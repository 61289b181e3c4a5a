/** Whether a filled-in form is right: pure functions over answers, in the order of the handbook's section 2.1. */
@NullMarked
@NamedInterface("check")
package io.kouan.platform.forms.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
