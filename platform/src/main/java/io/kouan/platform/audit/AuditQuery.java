package io.kouan.platform.audit;

import io.kouan.platform.port.PortTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the log is searched for; everything stands in the address. Empty parts do not limit.
 *
 * @param who login, exact
 * @param kind what it was done to
 * @param object number or id of that, exact
 * @param result {@code done}, {@code refused}, or the id of a message
 * @param before show what is older than this number
 * @param after show what is newer than this number
 */
record AuditQuery(
        @Nullable String who,
        @Nullable String kind,
        @Nullable String object,
        @Nullable String action,
        @Nullable String result,
        @Nullable String from,
        @Nullable String to,
        @Nullable Long before,
        @Nullable Long after) {

    Optional<String> login() {
        return present(who);
    }

    Optional<String> wantedKind() {
        return present(kind);
    }

    Optional<String> wantedObject() {
        return present(object);
    }

    Optional<String> wantedAction() {
        return present(action);
    }

    Optional<String> wantedResult() {
        return present(result);
    }

    Optional<Instant> since() {
        return day(from).map(day -> day.atStartOfDay(PortTime.ZONE).toInstant());
    }

    Optional<Instant> until() {
        return day(to).map(day -> day.plusDays(1).atStartOfDay(PortTime.ZONE).toInstant());
    }

    public boolean isEmpty() {
        return login().or(this::wantedKind)
                        .or(this::wantedObject)
                        .or(this::wantedAction)
                        .or(this::wantedResult)
                        .isEmpty()
                && since().or(this::until).isEmpty();
    }

    String older(long number) {
        return address("/audit").queryParam("before", number).build().encode().toUriString();
    }

    String newer(long number) {
        return address("/audit").queryParam("after", number).build().encode().toUriString();
    }

    String export() {
        return address("/audit/export").build().encode().toUriString();
    }

    /** The search in words of the address, as the entry about an export tells it. */
    String told() {
        var query = address("").build().getQuery();
        return query == null ? "" : query;
    }

    private UriComponentsBuilder address(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("who", login())
                .queryParamIfPresent("kind", wantedKind())
                .queryParamIfPresent("object", wantedObject())
                .queryParamIfPresent("action", wantedAction())
                .queryParamIfPresent("result", wantedResult())
                .queryParamIfPresent("from", day(from))
                .queryParamIfPresent("to", day(to));
    }

    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(it -> !it.isEmpty());
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return present(text).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
