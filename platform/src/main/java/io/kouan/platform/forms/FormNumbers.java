package io.kouan.platform.forms;

import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.platform.port.PortTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives numbers as {@code forms/shared/numbering.yaml} says: gaps are allowed, no number is given twice. */
@Component
public class FormNumbers {

    private static final Pattern PART = Pattern.compile("\\{([^}]+)}");
    private static final Pattern DIGITS = Pattern.compile("([0-9]+) digits");
    private static final Pattern CHARACTERS = Pattern.compile("([0-9]+) upper-case alphanumerics");
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private final JdbcClient db;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> patterns = new LinkedHashMap<>();

    FormNumbers(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
        new SpecFile("forms/shared/numbering.yaml")
                .yaml()
                .at("numbering")
                .map()
                .forEach((key, node) -> patterns.put(key, node.text("pattern")));
    }

    /**
     * The next number of a kind.
     *
     * @param names what other parts in braces stand for, for example the code of an office
     */
    public String next(String kind, Map<String, String> names) {
        var pattern = patterns.get(kind);
        if (pattern == null) {
            throw new IllegalArgumentException("no numbering " + kind);
        }
        var now = LocalDateTime.ofInstant(clock.instant(), PortTime.ZONE);
        var number = new StringBuilder();
        var parts = PART.matcher(pattern);
        int end = 0;
        while (parts.find()) {
            number.append(pattern, end, parts.start()).append(part(parts.group(1), number.toString(), now, names));
            end = parts.end();
        }
        return number.append(pattern.substring(end)).toString();
    }

    private String part(String part, String beginning, LocalDateTime now, Map<String, String> names) {
        var digits = DIGITS.matcher(part);
        if (digits.matches()) {
            return String.format(Locale.ROOT, "%0" + digits.group(1) + "d", count(beginning));
        }
        var characters = CHARACTERS.matcher(part);
        if (characters.matches()) {
            return random(Integer.parseInt(characters.group(1)));
        }
        if (part.startsWith("yyyy")) {
            return now.format(DateTimeFormatter.ofPattern(part, Locale.ROOT));
        }
        var name = names.get(part);
        if (name == null) {
            throw new BadSpecification("forms/shared/numbering.yaml", "nobody knows what {" + part + "} is");
        }
        return name;
    }

    private long count(String beginning) {
        return db.sql("""
                insert into form_number (beginning, value) values (:beginning, 1)
                    on conflict (beginning) do update set value = form_number.value + 1 returning value
                """)
                .param("beginning", beginning)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private String random(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
