/** On whose behalf a command acts: channel, key and certificate. Secrets come from files or the environment. */
@NullMarked
package io.kouan.client.credentials;

import org.jspecify.annotations.NullMarked;
