/** Findings: what is wrong, where, why, and how to mend it, in Chinese and English. */
@NullMarked
package io.kouan.ceb.finding;

import org.jspecify.annotations.NullMarked;
