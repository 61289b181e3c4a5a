package io.kouan.platform.forms.definition;

import io.kouan.ceb.port.PortProfile.FieldAddition;
import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecNode;
import io.kouan.platform.forms.definition.FormDefinition.Button;
import io.kouan.platform.forms.definition.FormDefinition.Card;
import io.kouan.platform.forms.definition.FormDefinition.Realm;
import io.kouan.platform.forms.definition.FormDefinition.State;
import io.kouan.platform.forms.definition.FormDefinition.SubmissionNumber;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads one form's file strictly. */
final class FormFile {

    private static final Set<String> FORM = Set.of(
            "id",
            "version",
            "zh",
            "en",
            "system",
            "spec_ref",
            "entry_menu_zh",
            "entry_menu_en",
            "auth",
            "prov",
            "note",
            "buttons",
            "states",
            "transitions",
            "sections",
            "attachments",
            "rules",
            "documents",
            "list_page",
            "numbers",
            "submission_numbers",
            "state_field",
            "roles_opened");
    private static final Set<String> BUTTON = Set.of("key", "zh", "en", "states", "by", "when", "prov");
    private static final Set<String> STATE = Set.of("code", "zh", "en", "final", "settled");
    private static final Set<String> STEP =
            Set.of("action", "button", "from", "to", "by", "when", "guard", "notify", "offered_when", "prov");
    private static final Set<String> SECTION = Set.of(
            "key",
            "zh",
            "en",
            "kind",
            "min_rows",
            "max_rows",
            "visible_when",
            "fields",
            "rows",
            "filled_by",
            "prov",
            "note");
    private static final Set<String> SLOT = Set.of(
            "key",
            "zh",
            "en",
            "required",
            "required_when",
            "min_files",
            "max_files",
            "ext",
            "max_mb",
            "name_rule",
            "seal",
            "signature",
            "template",
            "generated_by",
            "note",
            "prov");
    private static final Set<String> RULE = Set.of("id", "kind", "params", "when", "msg", "prov", "note");

    private static final Set<String> ROW =
            Set.of("key", "zh", "en", "values", "needs", "document", "hint_zh", "hint_en");

    private final SpecNode file;
    private final Vocabulary words;
    private final List<FieldAddition> additions;
    private final Set<String> fields = new HashSet<>();

    /** @param additions fields of this form that only this port asks for */
    FormFile(SpecNode file, Vocabulary words, List<FieldAddition> additions) {
        this.file = file.only(FORM);
        this.words = words;
        this.additions = additions;
    }

    FormDefinition read() {
        collectFields();
        var states = file.list("states").stream().map(this::state).toList();
        var codes = states.stream().map(State::code).collect(Collectors.toUnmodifiableSet());
        var sign = file.at("auth").only(Set.of("realm", "card"));
        return new FormDefinition(
                file.text("id"),
                file.at("version").number(),
                Shared.label(file),
                file.text("system"),
                menu(),
                Realm.valueOf(sign.text("realm")),
                Card.valueOf(sign.text("card").toUpperCase(Locale.ROOT)),
                file.list("buttons").stream().map(node -> button(node, codes)).toList(),
                states,
                file.list("transitions").stream().map(node -> step(node, codes)).toList(),
                file.list("sections").stream().map(this::section).toList(),
                file.list("attachments").stream().map(this::slot).toList(),
                file.list("rules").stream().map(this::rule).toList(),
                texts(file, "documents"),
                numbers(),
                submissionNumbers(),
                file.find("list_page").map(this::listPage),
                file.findText("state_field").orElse(""));
    }

    private List<Label> menu() {
        var zh = texts(file, "entry_menu_zh");
        var en = texts(file, "entry_menu_en");
        if (zh.size() != en.size()) {
            throw new BadSpecification(file.where() + "/entry_menu_en", "has not as many labels as entry_menu_zh");
        }
        return IntStream.range(0, zh.size())
                .mapToObj(i -> new Label(zh.get(i), en.get(i)))
                .toList();
    }

    private void collectFields() {
        var sections = new HashSet<String>();
        for (SpecNode section : file.list("sections")) {
            sections.add(section.text("key"));
            for (SpecNode field : fieldsOf(section)) {
                if (!fields.add(field.text("key"))) {
                    throw new BadSpecification(field.where(), "the key '" + field.text("key") + "' is used twice");
                }
            }
        }
        additions.forEach(addition -> check(addition.field(), "section", addition.section(), sections));
    }

    /** Those of the file, and behind them what the port adds. */
    private List<SpecNode> fieldsOf(SpecNode section) {
        var added = additions.stream()
                .filter(addition -> addition.section().equals(section.text("key")))
                .map(FieldAddition::field);
        return Stream.concat(section.list("fields").stream(), added).toList();
    }

    private Map<String, String> numbers() {
        var numbers = new LinkedHashMap<String, String>();
        file.find("numbers")
                .ifPresent(node -> node.map().forEach((field, numbering) -> {
                    check(node, field, field, fields);
                    numbers.put(field, numbering.text());
                }));
        return numbers;
    }

    private Map<String, SubmissionNumber> submissionNumbers() {
        var numbers = new LinkedHashMap<String, SubmissionNumber>();
        file.find("submission_numbers")
                .ifPresent(node -> node.map().forEach((field, number) -> {
                    check(node, field, field, fields);
                    number.only(Set.of("numbering", "parts"));
                    var parts = new LinkedHashMap<String, String>();
                    number.at("parts").map().forEach((name, from) -> {
                        check(number, "parts", from.text(), fields);
                        parts.put(name, from.text());
                    });
                    numbers.put(field, new SubmissionNumber(number.text("numbering"), parts));
                }));
        return numbers;
    }

    private ListPage listPage(SpecNode node) {
        node.only(Set.of("title_zh", "title_en", "buttons", "filters", "columns", "sort", "page_size"));
        return new ListPage(
                new Label(node.text("title_zh"), node.text("title_en")),
                node.list("filters").stream()
                        .map(filter -> new ListPage.Filter(
                                one(filter, "key", fields),
                                ListPage.Match.valueOf(filter.text("match").toUpperCase(Locale.ROOT))))
                        .toList(),
                node.list("columns").stream()
                        .map(column -> one(column, "key", fields))
                        .toList(),
                node.list("sort").getFirst().text().split(" ", -1)[0],
                node.number("page_size", 20));
    }

    private State state(SpecNode node) {
        node.only(STATE);
        return new State(node.text("code"), Shared.label(node), isTrue(node, "final"), isTrue(node, "settled"));
    }

    private Button button(SpecNode node, Set<String> states) {
        node.only(BUTTON);
        return new Button(
                node.text("key"),
                Shared.label(node),
                known(node, "states", states),
                known(node, "by", words.roles()),
                Shared.condition(node, "when", fields));
    }

    private Transition step(SpecNode node, Set<String> states) {
        node.only(STEP);
        return new Transition(
                node.text("action"),
                node.findText("button").orElse(node.text("action")),
                known(node, "from", states),
                one(node, "to", states),
                known(node, "by", words.roles()),
                Shared.condition(node, "when", fields),
                node.findText("guard").orElse(""),
                node.findText("notify"),
                Shared.condition(node, "offered_when", fields));
    }

    private Section section(SpecNode node) {
        node.only(SECTION);
        var reader = new FieldFile(words, fields);
        var table = node.findText("kind").filter("table"::equals).isPresent();
        return new Section(
                node.text("key"),
                Shared.label(node),
                table
                        ? java.util.Optional.of(
                                new Section.Rows(node.number("min_rows", 0), node.number("max_rows", 100)))
                        : java.util.Optional.empty(),
                node.findText("kind").filter("attachments"::equals).isPresent(),
                node.list("rows").stream().map(this::row).toList(),
                known(node, "filled_by", words.roles()),
                Shared.condition(node, "visible_when", fields),
                fieldsOf(node).stream().map(reader::read).toList());
    }

    private FixedRow row(SpecNode node) {
        node.only(ROW);
        var values = new LinkedHashMap<String, String>();
        node.at("values").map().forEach((field, value) -> {
            check(node, "values", field, fields);
            values.put(field, value.text());
        });
        return new FixedRow(
                node.text("key"),
                Shared.label(node),
                values,
                known(node, "needs", fields),
                node.findText("document").orElse(""),
                node.findText("hint_zh")
                        .map(zh -> new Label(zh, node.findText("hint_en").orElse(zh))));
    }

    private AttachmentSlot slot(SpecNode node) {
        node.only(SLOT);
        boolean required = isTrue(node, "required");
        int least =
                node.number("min_files", required || node.find("required_when").isPresent() ? 1 : 0);
        return new AttachmentSlot(
                node.text("key"),
                Shared.label(node),
                required,
                Shared.condition(node, "required_when", fields),
                least,
                node.number("max_files", Math.max(1, least)),
                texts(node, "ext"),
                node.number("max_mb", 20),
                node.findText("name_rule"),
                node.findText("seal").orElse("none"),
                node.findText("signature").filter("legal_person"::equals).isPresent(),
                node.findText("template"),
                node.findText("generated_by"));
    }

    private FormRule rule(SpecNode node) {
        node.only(RULE);
        Map<String, String> parameters = new LinkedHashMap<>();
        node.find("params")
                .ifPresent(params -> params.map().forEach((key, value) -> parameters.put(key, parameter(value))));
        words.message(node, node.text("msg"));
        return new FormRule(
                node.text("id"),
                FormRule.Kind.of(node.text("kind")),
                parameters,
                Shared.condition(node, "when", fields),
                node.text("msg"));
    }

    /** A list is kept as codes joined by commas. */
    private static String parameter(SpecNode value) {
        return value.isList()
                ? value.list().stream().map(SpecNode::text).collect(Collectors.joining(","))
                : value.text();
    }

    static boolean isTrue(SpecNode node, String key) {
        return node.findText(key).filter("true"::equals).isPresent();
    }

    static List<String> texts(SpecNode node, String key) {
        return node.list(key).stream().map(SpecNode::text).toList();
    }

    private static List<String> known(SpecNode node, String key, Set<String> words) {
        var found = texts(node, key);
        found.forEach(word -> check(node, key, word, words));
        return found;
    }

    private static String one(SpecNode node, String key, Set<String> words) {
        var word = node.text(key);
        check(node, key, word, words);
        return word;
    }

    private static void check(SpecNode node, String key, String word, Set<String> words) {
        if (!words.contains(word)) {
            throw new BadSpecification(node.where() + "/" + key, "unknown '" + word + "'");
        }
    }
}
