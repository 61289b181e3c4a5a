package io.kouan.platform.exchange;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.FindingCode;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.finding.Place;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Findings as JSON: the one form in which they are answered, kept in the journal and read back. The sentences are written
 * out, so that what was answered stays what it was when a text is improved later.
 */
public final class FindingsJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FindingsJson() {}

    /** Code and name as they were stored. */
    private record StoredCode(String code, String name) implements FindingCode {}

    /** A JSON array. */
    public static String write(List<Finding> findings) {
        var text = new StringWriter(256 * findings.size() + 2);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(findings, json);
        }
        return text.toString();
    }

    /** A JSON array, as a value within other JSON. */
    static void write(List<Finding> findings, JsonGenerator json) {
        json.writeStartArray();
        findings.forEach(finding -> write(finding, json));
        json.writeEndArray();
    }

    /** What {@link #write} wrote. */
    public static List<Finding> read(String json) {
        return StreamSupport.stream(JSON.readTree(json).spliterator(), false)
                .map(FindingsJson::finding)
                .toList();
    }

    private static void write(Finding finding, JsonGenerator json) {
        var code = finding.code();
        json.writeStartObject();
        json.writeStringProperty("code", code.code());
        json.writeStringProperty("name", code.name());
        json.writeStringProperty("layer", code.text().layer().name());
        json.writeStringProperty("severity", finding.severity().name());
        json.writeNumberProperty("line", finding.place().line());
        json.writeNumberProperty("column", finding.place().column());
        json.writeStringProperty("path", finding.place().path());
        json.writeObjectPropertyStart("values");
        finding.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(value -> json.writeStringProperty(value.getKey(), value.getValue()));
        json.writeEndObject();
        sentences(finding, Language.ZH, json);
        json.writeObjectPropertyStart("en");
        sentences(finding, Language.EN, json);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void sentences(Finding finding, Language language, JsonGenerator json) {
        json.writeStringProperty("what", finding.what(language));
        json.writeStringProperty("why", finding.why(language));
        json.writeStringProperty("cure", finding.cure(language));
    }

    private static Finding finding(JsonNode node) {
        var values = new HashMap<String, String>();
        node.path("values")
                .propertyStream()
                .forEach(value -> values.put(value.getKey(), value.getValue().asString()));
        return new Finding(
                new StoredCode(node.path("code").asString(), node.path("name").asString()),
                new Place(
                        node.path("line").asInt(),
                        node.path("column").asInt(),
                        node.path("path").asString()),
                values);
    }
}
