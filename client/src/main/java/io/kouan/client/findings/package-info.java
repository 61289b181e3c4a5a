/** Findings as a person or a script reads them. */
@NullMarked
package io.kouan.client.findings;

import org.jspecify.annotations.NullMarked;
