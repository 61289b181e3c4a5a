/**
 * Files (附件) that people upload: bounded, known by their content and not by their name, refused where they carry something
 * that acts, kept where only those may fetch them who may see what they belong to.
 *
 * <p>Who may see a file is not known here: whoever opens one asks on behalf of a record that its reader may see.
 */
@NullMarked
package io.kouan.platform.files;

import org.jspecify.annotations.NullMarked;
