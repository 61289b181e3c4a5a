/**
 * The form engine (表单引擎): shows, checks, keeps and moves through its states every form in {@code forms/}. Knows no form by
 * name; what a form needs beyond its file is a rule written in Java under the rule's id.
 */
@NullMarked
package io.kouan.platform.forms;

import org.jspecify.annotations.NullMarked;
