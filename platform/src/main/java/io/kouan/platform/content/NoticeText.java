package io.kouan.platform.content;

import io.kouan.platform.port.PortTime;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A notice as an editor typed it.
 *
 * @param publishTime yyyy-MM-dd HH:mm:ss, or as a browser sends it
 */
record NoticeText(String title, String body, boolean pinned, String publishTime) implements Serializable {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    NoticeText {
        title = title.strip();
        body = body.replace("\r\n", "\n").strip();
        publishTime = publishTime.strip();
    }

    /** The moment; empty where what was typed is none. */
    Optional<Instant> moment() {
        try {
            var text = publishTime.replace('T', ' ');
            var full = text.length() == "yyyy-MM-dd HH:mm".length() ? text + ":00" : text;
            return Optional.of(
                    LocalDateTime.parse(full, TIME).atZone(PortTime.ZONE).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static String time(Instant moment) {
        return LocalDateTime.ofInstant(moment, PortTime.ZONE).format(TIME);
    }
}
