/**
 * Local filing (珠海本地备案, handbook S6): three forms and a scan are prepared, handed in with one ticket, checked, forwarded to the
 * data centre and answered on the same ticket with everything that the enterprise needs to work. The forms are data; here is what no
 * data can say.
 */
@NullMarked
package io.kouan.platform.localfiling;

import org.jspecify.annotations.NullMarked;
