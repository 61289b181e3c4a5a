/**
 * Staff accounts (工作人员账号, handbook S12): who of the authorities and the operating company holds which role, agreed on by two
 * security administrators, and what keeps officers from deciding in their own affairs.
 */
@NullMarked
package io.kouan.platform.staff;

import org.jspecify.annotations.NullMarked;
