package io.kouan.ceb.catalogue;

import static java.util.stream.Collectors.joining;

import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Chinese for the English remarks (说明) of the dictionary, sentence by sentence: the files of the messages stay as they came, and
 * one sentence that stands at thirty fields is translated once. Lengths, formats and codes are taken over, not translated.
 */
public final class Remarks {

    private static final String FILE = "messages/_remarks_zh.yaml";
    private static final String CODES = "{codes}";
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\.)(?<!e\\.g\\.)(?<!E\\.g\\.)(?<!No\\.) (?=\\S)");
    private static final Set<String> KEYS = Set.of("en", "zh");

    private final Map<String, String> sentences;
    private final List<Shape> shapes;

    /** Sentences that differ in lengths and names only. */
    private record Shape(Pattern en, String zh) {

        Optional<String> find(String english) {
            Matcher matcher = en.matcher(english);
            return matcher.matches() ? Optional.of(matcher.replaceFirst(zh)) : Optional.empty();
        }
    }

    private Remarks(Map<String, String> sentences, List<Shape> shapes) {
        this.sentences = sentences;
        this.shapes = shapes;
    }

    /** Read on first use: the reader and the linter never need it. */
    public static Remarks chinese() {
        return Holder.CHINESE;
    }

    /** The note of a field; empty where it has none. */
    public String note(FieldType field) {
        return translate(field.note(), field.codes());
    }

    /** A remark that belongs to no field, such as a rule of a message. */
    public String of(String remark) {
        return translate(remark, Optional.empty());
    }

    private String translate(String remark, Optional<CodeTable> codes) {
        return sentences(remark).map(sentence -> sentence(sentence, codes)).collect(joining());
    }

    private String sentence(String english, Optional<CodeTable> codes) {
        var chinese = Optional.ofNullable(sentences.get(english))
                .or(() -> shapes.stream()
                        .map(shape -> shape.find(english))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElseThrow(() -> new BadSpecification(FILE, "no Chinese for: " + english));
        return chinese.contains(CODES) ? chinese.replace(CODES, listed(english, codes)) : chinese;
    }

    private static String listed(String english, Optional<CodeTable> codes) {
        return codes.orElseThrow(() -> new BadSpecification(FILE, "a field without codes: " + english)).all().stream()
                .map(code -> code.code() + " " + code.nameZh())
                .collect(joining("，"));
    }

    /** The sentences of a remark. */
    static Stream<String> sentences(String remark) {
        return remark.isEmpty() ? Stream.empty() : BETWEEN.splitAsStream(remark);
    }

    /** Lines of the file that none of these sentences needs. */
    List<String> unused(Set<String> used) {
        return Stream.concat(
                        sentences.keySet().stream().filter(english -> !used.contains(english)),
                        shapes.stream()
                                .filter(shape -> used.stream()
                                        .allMatch(english -> shape.find(english).isEmpty()))
                                .map(shape -> shape.en().pattern()))
                .toList();
    }

    private static Remarks load() {
        var file = new SpecFile(FILE).yaml().only(Set.of("patterns", "sentences"));
        var sentences = new LinkedHashMap<String, String>();
        for (SpecNode line : file.list("sentences")) {
            line.only(KEYS);
            if (sentences.put(line.text("en"), line.text("zh")) != null) {
                throw new BadSpecification(line.where(), "the sentence stands twice");
            }
        }
        var shapes = file.list("patterns").stream()
                .map(line -> new Shape(Pattern.compile(line.only(KEYS).text("en")), line.text("zh")))
                .toList();
        return new Remarks(sentences, shapes);
    }

    private static final class Holder {
        static final Remarks CHINESE = load();
    }
}
