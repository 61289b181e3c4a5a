/**
 * The customer service platform (客户服务平台, handbook S5): tickets (工单) with their conversation and deadline. A ticket is a record of the
 * form {@code ticket}; what it goes through is said there. Other rooms take part in it without being known here: a panel on its pages is a
 * {@link io.kouan.platform.forms.RecordPanels}, what has to hold before one of its steps is a
 * {@link io.kouan.platform.forms.ProceduralRule} under the rule's id, what follows from a step listens to
 * {@link io.kouan.platform.forms.FormMoved}, and {@link io.kouan.platform.servicedesk.Tickets} says what they need to know.
 */
@NullMarked
package io.kouan.platform.servicedesk;

import org.jspecify.annotations.NullMarked;
