/**
 * Declarations (申报): documents of all kinds, their keys, states and receipts. The intake follows the journal in order and
 * decides in batches; what it decides, it decides purely.
 */
@NullMarked
package io.kouan.platform.declaration;

import org.jspecify.annotations.NullMarked;
