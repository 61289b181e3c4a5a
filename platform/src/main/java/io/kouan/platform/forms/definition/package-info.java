/**
 * What a form (表单) is: fields, options, validators, states, transitions, as the files in {@code forms/} say. Read strictly
 * when the program starts: a key, list, validator, message, role or state that nobody knows stops it.
 */
@NullMarked
@NamedInterface("definition")
package io.kouan.platform.forms.definition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
