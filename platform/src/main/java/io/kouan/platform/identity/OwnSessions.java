package io.kouan.platform.identity;

import io.kouan.platform.port.PortTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions (会话) in which somebody is signed in now; each can be ended, here or from another browser. */
@Component
public class OwnSessions {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(PortTime.ZONE);

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OwnSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /**
     * A session as its owner sees it.
     *
     * @param mark names it without telling its id
     * @param address where it began, the last part left out
     * @param here whether it is the one that asks
     */
    public record Row(String mark, String browser, String address, String since, String seen, boolean here) {}

    List<Row> of(String login, String current) {
        return sessions.findByPrincipalName(login).values().stream()
                .map(session -> row(session, current))
                .sorted(Comparator.comparing(Row::seen).reversed())
                .toList();
    }

    private static Row row(Session session, String current) {
        return new Row(
                mark(session.getId()),
                text(session, SignedIn.BROWSER),
                Browsers.masked(text(session, SignedIn.ADDRESS)),
                time(session, SignedIn.SINCE),
                time(session, SignedIn.SEEN),
                session.getId().equals(current));
    }

    /** Ends one of somebody's sessions. */
    void end(String login, String mark) {
        sessions.findByPrincipalName(login).keySet().stream()
                .filter(id -> mark(id).equals(mark))
                .forEach(sessions::deleteById);
    }

    void endOthers(String login, String current) {
        sessions.findByPrincipalName(login).keySet().stream()
                .filter(id -> !id.equals(current))
                .forEach(sessions::deleteById);
    }

    /** Ends all sessions of somebody. */
    public void endAll(String login) {
        sessions.findByPrincipalName(login).keySet().forEach(sessions::deleteById);
    }

    private static String mark(String id) {
        return HexFormat.of().formatHex(Digests.of(id)).substring(0, 16);
    }

    private static String text(Session session, String name) {
        return session.getAttribute(name) instanceof String text ? text : "";
    }

    private static String time(Session session, String name) {
        return session.getAttribute(name) instanceof Long at ? TIME.format(Instant.ofEpochMilli(at)) : "";
    }
}
