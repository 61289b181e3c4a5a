/**
 * Qualification (企业资质): the filings by which an enterprise becomes a foreign trade operator and gets its customs code
 * (handbook S2). The forms are data; here is what no data can say.
 */
@NullMarked
package io.kouan.platform.qualification;

import org.jspecify.annotations.NullMarked;
