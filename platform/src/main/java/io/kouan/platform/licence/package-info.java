/**
 * Licence and activation of the enterprise's client (客户端许可证与激活, handbook S10): the register of licences, the ticket with which a
 * computer asks to be activated, and the computers on which each licence counts.
 */
@NullMarked
package io.kouan.platform.licence;

import org.jspecify.annotations.NullMarked;
