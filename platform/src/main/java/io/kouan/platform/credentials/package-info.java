/** Certificates (数字证书) known to the port: whose they are, and whether they still count. */
@NullMarked
package io.kouan.platform.credentials;

import org.jspecify.annotations.NullMarked;
