/**
 * The papers of the enterprise's client (客户端, handbook S10): the licence, the file with which a computer asks to be activated, and the
 * activation. One format for the port that issues them and the client that checks them, also without a network.
 */
@NullMarked
package io.kouan.ceb.licence;

import org.jspecify.annotations.NullMarked;
