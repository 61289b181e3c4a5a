/**
 * Access by interface (接口接入, handbook S11): the enrolment, its test channel with the four test cases that the machine judges from
 * real messages, and what the gate learns from it. The form is data; here is what no data can say.
 */
@NullMarked
package io.kouan.platform.enrolment;

import org.jspecify.annotations.NullMarked;
