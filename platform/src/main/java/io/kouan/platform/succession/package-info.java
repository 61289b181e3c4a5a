/**
 * Another administrator of an enterprise on a ticket (变更企业管理员, roles.md section 5), where the legal person has no card: the service desk
 * puts forward what a sealed request on the ticket asks for, a security administrator compares it and decides.
 */
@NullMarked
package io.kouan.platform.succession;

import org.jspecify.annotations.NullMarked;
