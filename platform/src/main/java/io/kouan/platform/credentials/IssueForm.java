package io.kouan.platform.credentials;

import io.kouan.ceb.message.Bytes;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.ScreenCheck;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FieldType;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.PortTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The questions that the window answers to issue a card (卡信息登记, screen card_record), and what was typed. */
@Component
class IssueForm {

    /** Given by the authority, not typed. */
    private static final Set<String> GIVEN = Set.of("cert_serial", "cert_valid_from", "cert_valid_to", "card_state");

    private static final Set<String> RECEIVER = Set.of("received_by", "received_id_no");
    private static final List<String> KEYS = List.of("request", "sm2", "rsa");
    private static final int LONGEST = 8000;

    private final FormCatalogue catalogue;
    private final CardTexts texts;
    private final Clock clock;

    IssueForm(FormCatalogue catalogue, CardTexts texts, Clock clock) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.clock = clock;
    }

    /** Which part of the questions is asked. */
    enum Part {
        /** a card without pre-entry */
        ALL,
        /** a machine without pre-entry */
        MACHINE,
        /** number and keys of a card that was asked for */
        NUMBER,
        /** only keys: a new certificate, or a machine that was asked for */
        KEYS,
        /** who fetches the cards */
        RECEIVER
    }

    private List<Field> fields(Part part) {
        return catalogue.screen("card_record").stream()
                .filter(field -> switch (part) {
                    case ALL -> !GIVEN.contains(field.key());
                    case MACHINE -> field.key().equals("uscc") || RECEIVER.contains(field.key());
                    case NUMBER -> field.key().equals("card_no");
                    case KEYS -> false;
                    case RECEIVER -> RECEIVER.contains(field.key());
                })
                .toList();
    }

    Map<String, String> tidy(Part part, Map<String, String> typed) {
        var values = new LinkedHashMap<>(check().tidy(fields(part), typed));
        for (String key : List.of("keys", "request", "pin", "pin_again", "hsm_model", "hsm_serial")) {
            values.put(key, typed.getOrDefault(key, "").strip());
        }
        return values;
    }

    /** What is wrong with what was typed; a card in a file gets its number by itself. */
    List<Fault> faults(Part part, Map<String, String> values) {
        var faults = new ArrayList<>(check().faults(fields(part), values));
        if (part == Part.RECEIVER) {
            return faults;
        }
        if (!values.getOrDefault("keys", "").equals("request")) {
            faults.removeIf(
                    fault -> fault.place().equals("card_no") && fault.message().equals("ERR_REQUIRED"));
        }
        if (part == Part.MACHINE) {
            for (String key : List.of("hsm_model", "hsm_serial")) {
                if (values.getOrDefault(key, "").isEmpty()
                        || values.getOrDefault(key, "").length() > 60) {
                    faults.add(Fault.at(key, "ERR_CA_REASON"));
                }
            }
        }
        if (!KEYS.contains(values.getOrDefault("keys", ""))) {
            faults.add(Fault.at("keys", "ERR_REQUIRED"));
        }
        if (Set.of("sm2", "rsa").contains(values.getOrDefault("keys", ""))
                && !values.getOrDefault("pin", "").equals(values.getOrDefault("pin_again", ""))) {
            faults.add(Fault.at("pin_again", "PIN_AGAIN"));
        }
        return faults;
    }

    static CardOrder.KeySource keys(Map<String, String> values) {
        return values.getOrDefault("keys", "").equals("request")
                ? new CardOrder.KeySource.Request(Bytes.utf8(values.getOrDefault("request", "")))
                : new CardOrder.KeySource.Software(
                        values.getOrDefault("keys", "").equals("sm2"), values.getOrDefault("pin", ""));
    }

    /** The questions with what was typed and what is wrong with it. */
    List<Question> questions(Part part, Map<String, String> values, List<Fault> faults) {
        var questions = new ArrayList<Question>();
        var receivers = new ArrayList<Question>();
        for (Field field : fields(part)) {
            var target = RECEIVER.contains(field.key()) ? receivers : questions;
            target.add(question(field, values, faults));
        }
        if (part == Part.MACHINE) {
            questions.add(own("hsm_model", "input", 60, values, faults));
            questions.add(own("hsm_serial", "input", 60, values, faults));
        }
        if (part != Part.RECEIVER) {
            questions.addAll(keyQuestions(values, faults));
        }
        questions.addAll(receivers);
        return questions;
    }

    private List<Question> keyQuestions(Map<String, String> values, List<Fault> faults) {
        var chosen = values.getOrDefault("keys", "");
        var choices = KEYS.stream()
                .map(key -> new Question.Choice(key, texts.text("credentials.keys." + key), key.equals(chosen)))
                .toList();
        var keys = new Question(
                "keys",
                Question.anchor("keys"),
                texts.field("keys"),
                "",
                "choice",
                "",
                chosen,
                "",
                choices,
                true,
                true,
                "",
                "",
                0,
                told("keys", faults));
        return List.of(
                keys,
                own("request", "area", LONGEST, values, faults),
                own("pin", "password", 16, values, faults),
                own("pin_again", "password", 16, values, faults));
    }

    private Question question(Field field, Map<String, String> values, List<Fault> faults) {
        var value = values.getOrDefault(field.key(), field.initial());
        boolean choice = field.type() == FieldType.ENUM;
        var choices = choice
                ? catalogue.options(field.options()).on(today()).stream()
                        .map(option -> new Question.Choice(
                                option.code(),
                                option.label().in(CardTexts.language()),
                                option.code().equals(value)))
                        .toList()
                : List.<Question.Choice>of();
        return new Question(
                field.key(),
                Question.anchor(field.key()),
                field.label().in(CardTexts.language()),
                hint(field.key()),
                choice ? (choices.size() > 3 ? "select" : "choice") : "input",
                "",
                value,
                "",
                choices,
                field.required(),
                true,
                "",
                "",
                field.max().orElse(100),
                told(field.key(), faults));
    }

    private String hint(String key) {
        return switch (key) {
            case "card_medium", "card_no" -> texts.text("credentials.hint." + key);
            default -> "";
        };
    }

    private Question own(String key, String widget, int most, Map<String, String> values, List<Fault> faults) {
        boolean secret = widget.equals("password");
        return new Question(
                key,
                Question.anchor(key),
                texts.field(key),
                key.startsWith("hsm") || key.equals("pin_again") ? "" : texts.text("credentials.hint." + key),
                widget,
                "",
                secret ? "" : values.getOrDefault(key, ""),
                "",
                List.of(),
                key.startsWith("hsm"),
                true,
                when(key),
                "",
                most,
                told(key, faults));
    }

    /** What the page hides as long as it is not asked for; without script all of it is there. */
    private static String when(String key) {
        return switch (key) {
            case "request" -> "{\"is\":\"keys\",\"values\":[\"request\"]}";
            case "pin", "pin_again" -> "{\"is\":\"keys\",\"values\":[\"sm2\",\"rsa\"]}";
            default -> "";
        };
    }

    private List<String> told(String key, List<Fault> faults) {
        return faults.stream()
                .filter(fault -> fault.place().equals(key))
                .map(texts::of)
                .toList();
    }

    /** The summary on top of the page. */
    List<Question.Wrong> summary(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Question.Wrong(
                        texts.of(fault),
                        fault.place().isEmpty() ? "" : Question.anchor(fault.place()),
                        "",
                        fault.warning()))
                .toList();
    }

    private ScreenCheck check() {
        return new ScreenCheck(catalogue, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
    }
}
