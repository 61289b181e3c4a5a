package io.kouan.platform.portal;

import io.kouan.platform.exchange.MessageFilter;
import io.kouan.platform.port.PortTime;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of messages was asked for; everything stands in the address, so that a list can be kept and passed on.
 *
 * @param q message id or order number, exact
 * @param before show what is older than this position
 * @param after show what is newer than this position
 */
record MessageListQuery(
        @Nullable String q,
        @Nullable String type,
        @Nullable String verdict,
        @Nullable String state,
        @Nullable String from,
        @Nullable String to,
        @Nullable Long before,
        @Nullable Long after) {

    public String text() {
        return q == null ? "" : q.strip();
    }

    public boolean isSearch() {
        return !text().isEmpty();
    }

    public boolean isEmpty() {
        return !isSearch() && filter().equals(MessageFilter.NONE) && status().isEmpty();
    }

    MessageFilter filter() {
        return new MessageFilter(
                present(type),
                present(verdict).map("accepted"::equals),
                date(from).map(day -> day.atStartOfDay(PortTime.ZONE).toInstant()),
                date(to).map(day -> day.plusDays(1).atStartOfDay(PortTime.ZONE).toInstant()));
    }

    /** The state asked for; -1 stands for all failures. */
    Optional<Integer> status() {
        return present(state).filter(text -> text.matches("-?\\d{1,6}")).map(Integer::valueOf);
    }

    /** Address of the list from another place, with the same filters. */
    String addressBefore(long position) {
        return address().queryParam("before", position).build().encode().toUriString();
    }

    String addressAfter(long position) {
        return address().queryParam("after", position).build().encode().toUriString();
    }

    private UriComponentsBuilder address() {
        return UriComponentsBuilder.fromPath("/messages")
                .queryParamIfPresent("q", present(q))
                .queryParamIfPresent("type", present(type))
                .queryParamIfPresent("verdict", present(verdict))
                .queryParamIfPresent("state", present(state))
                .queryParamIfPresent("from", date(from))
                .queryParamIfPresent("to", date(to));
    }

    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(it -> !it.isEmpty());
    }

    private static Optional<LocalDate> date(@Nullable String text) {
        try {
            return present(text).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
