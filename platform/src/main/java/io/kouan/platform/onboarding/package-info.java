/** The guided road (企业接入导航): which steps there are, how far an enterprise has come, whose turn it is. Computes, stores nothing. */
@NullMarked
package io.kouan.platform.onboarding;

import org.jspecify.annotations.NullMarked;
