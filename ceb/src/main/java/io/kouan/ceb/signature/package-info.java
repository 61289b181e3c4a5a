/** XML signatures of CEB messages in both generations: RSA-SHA1 and SM2-SM3 (signature.md). */
@NullMarked
package io.kouan.ceb.signature;

import org.jspecify.annotations.NullMarked;
