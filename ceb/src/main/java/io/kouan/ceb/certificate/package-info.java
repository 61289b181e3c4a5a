/** Certificates as E-port cards carry them, software keys (PKCS#12), and a certification authority for the sandbox. */
@NullMarked
package io.kouan.ceb.certificate;

import org.jspecify.annotations.NullMarked;
