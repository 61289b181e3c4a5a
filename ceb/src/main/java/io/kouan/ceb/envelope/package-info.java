/** The DXP envelope (DxpMsg), its technical reply (DxpRep), and CMS encryption. */
@NullMarked
package io.kouan.ceb.envelope;

import org.jspecify.annotations.NullMarked;
