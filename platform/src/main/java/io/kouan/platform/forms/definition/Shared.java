package io.kouan.platform.forms.definition;

import io.kouan.ceb.port.PortProfile;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what all forms share: option lists, validators, messages, roles. */
final class Shared {

    private static final Set<String> VALIDATOR = Set.of(
            "zh",
            "standard",
            "pattern",
            "algorithm",
            "normalise",
            "valid_examples",
            "invalid_examples",
            "msg",
            "mask",
            "max");
    private static final Set<String> LIST = Set.of("prov", "dataset", "note", "values", "sets", "effective_from");

    private final PortProfile port;

    Shared(PortProfile port) {
        this.port = port;
    }

    private SpecNode file(String name) {
        return new SpecFile("forms/shared/" + name).yaml(port.words()::in);
    }

    Map<String, Validator> validators() {
        var file = file("validators.yaml").only(Set.of("normalise", "validators"));
        var validators = new LinkedHashMap<String, Validator>();
        file.at("validators").map().forEach((id, node) -> validators.put(id, validator(id, node.only(VALIDATOR))));
        return validators;
    }

    private static Validator validator(String id, SpecNode node) {
        return new Validator(
                id,
                new Label(node.text("zh"), node.text("zh")),
                node.findText("pattern").map(Pattern::compile),
                Validator.Tidy.of(id, node.findText("normalise")),
                node.find("max").map(max -> OptionalInt.of(max.number())).orElse(OptionalInt.empty()),
                node.text("msg"));
    }

    Map<String, Label> messages() {
        return labels(file("messages.yaml").at("messages"));
    }

    Map<String, Label> roles() {
        return labels(file("roles.yaml").at("roles"));
    }

    private static Map<String, Label> labels(SpecNode texts) {
        var labels = new LinkedHashMap<String, Label>();
        texts.map().forEach((id, node) -> labels.put(id, label(node.only(Set.of("zh", "en")))));
        return labels;
    }

    static Label label(SpecNode node) {
        return new Label(node.text("zh"), node.text("en"));
    }

    /** All lists; offices and main ports are the port's own, and its districts are proposed first. */
    Map<String, OptionList> options() {
        var lists = new LinkedHashMap<String, OptionList>();
        file("options.yaml").map().forEach((id, node) -> lists.put(id, list(id, node.only(LIST))));
        lists.put(
                "customs_office",
                always(
                        "customs_office",
                        port.customsOffices().stream()
                                .map(office -> option(office.code(), office.nameZh(), office.nameEn()))
                                .toList()));
        lists.put(
                "inspection_org",
                always(
                        "inspection_org",
                        port.inspectionOffices().stream()
                                .map(office -> option(office.code(), office.nameZh(), office.nameEn()))
                                .toList()));
        lists.put("main_port", always("main_port", named(port.mainPorts())));
        lists.computeIfPresent(
                "admin_area",
                (id, all) ->
                        new OptionList(id, always(id, named(port.districts())).sets(), all.further()));
        return lists;
    }

    private static List<Option> named(List<PortProfile.Named> all) {
        return all.stream()
                .map(one -> option(one.code(), one.nameZh(), one.nameEn()))
                .toList();
    }

    private static Option option(String code, String zh, String en) {
        return new Option(code, new Label(zh, en));
    }

    private static OptionList always(String id, List<Option> values) {
        return new OptionList(id, List.of(new OptionList.Dated(LocalDate.MIN, LocalDate.MAX, values)), Map.of());
    }

    private static OptionList list(String id, SpecNode node) {
        var further = node.find("dataset")
                .map(table -> OptionList.table(table.text("table"), table.text("column")))
                .orElse(Map.of());
        var sets = node.list("sets").stream().map(Shared::dated).toList();
        return sets.isEmpty()
                ? new OptionList(id, always(id, values(node)).sets(), further)
                : new OptionList(id, sets, further);
    }

    private static OptionList.Dated dated(SpecNode node) {
        node.only(Set.of("from", "to", "values"));
        return new OptionList.Dated(
                LocalDate.parse(node.text("from")),
                node.findText("to").map(LocalDate::parse).orElse(LocalDate.MAX),
                values(node));
    }

    private static List<Option> values(SpecNode node) {
        return node.list("values").stream()
                .map(value -> new Option(value.text("code"), label(value)))
                .toList();
    }

    static Optional<Condition> condition(SpecNode node, String key, Set<String> fields) {
        return node.find(key).map(condition -> Conditions.read(condition, fields));
    }
}
