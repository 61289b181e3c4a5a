/**
 * Transmission (传输): DXP users, their channels, the business types that are open to an enterprise, and the gate that obeys all three
 * (handbook S9). The one place that message gate and pages read.
 */
@NullMarked
package io.kouan.platform.transmission;

import org.jspecify.annotations.NullMarked;
