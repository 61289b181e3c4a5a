/** XML Schemas generated from the catalogue. */
@NullMarked
package io.kouan.ceb.xsd;

import org.jspecify.annotations.NullMarked;
