package io.kouan.ceb.port;

import io.kouan.ceb.spec.SpecNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gathers the words of a port from its file: those it lists, and those that follow from its names, offices and telephones. */
final class PortVocabulary {

    private static final List<String> NAMES = List.of("window", "system", "operator", "account");

    private final Map<String, String> words = new HashMap<>();

    private PortVocabulary() {}

    static PortWords of(SpecNode file) {
        var gathered = new PortVocabulary();
        gathered.put("city", file.at("zh").text("name"), file.at("en").text("name"));
        NAMES.forEach(name ->
                gathered.put(name, file.at("zh").text(name), file.at("en").text(name)));
        file.at("words").map().forEach((key, word) -> gathered.put(key, word.text("zh"), word.text("en")));
        gathered.offices(file.at("customs_offices").list());
        file.list("contacts")
                .forEach(desk -> gathered.words.put(
                        "phone." + desk.text("key"), desk.findText("phone").orElse("")));
        gathered.words.put("area", file.text("customs_area"));
        return new PortWords(gathered.words);
    }

    /** All offices in a row, and the one that wants a letter on paper; where none does, a code that no office has. */
    private void offices(List<SpecNode> offices) {
        put("offices", row(offices, "zh", "、", "%s%s"), row(offices, "en", ", ", "%s (%s)"));
        var letter = offices.stream()
                .filter(office -> office.findText("written_application")
                        .filter("true"::equals)
                        .isPresent())
                .findFirst();
        words.put(
                "letter_office.code", letter.map(office -> office.text("code")).orElse("-"));
        put(
                "letter_office",
                letter.map(office -> office.text("zh")).orElse("-"),
                letter.map(office -> office.text("en")).orElse("-"));
    }

    private static String row(List<SpecNode> offices, String language, String between, String form) {
        return offices.stream()
                .map(office -> form.formatted(office.text(language), office.text("code")))
                .collect(Collectors.joining(between));
    }

    private void put(String key, String zh, String en) {
        words.put(key, zh);
        words.put(key + ".en", en);
    }
}
