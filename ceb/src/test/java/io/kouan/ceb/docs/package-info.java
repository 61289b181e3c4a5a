/** Makes the pages of {@code docs/} that are drawn from the specification's data. */
@NullMarked
package io.kouan.ceb.docs;

import org.jspecify.annotations.NullMarked;
