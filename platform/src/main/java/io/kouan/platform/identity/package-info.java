/**
 * Who somebody is (用户中心, handbook S1): registration, sign-in and sessions, forgotten passwords, the user centre, operators, and the
 * customs code that an enterprise says it has.
 */
@NullMarked
package io.kouan.platform.identity;

import org.jspecify.annotations.NullMarked;
