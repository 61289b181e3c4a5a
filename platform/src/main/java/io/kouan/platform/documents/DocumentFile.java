package io.kouan.platform.documents;

import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecNode;
import io.kouan.platform.files.NamingRule;
import io.kouan.platform.files.NamingRules;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.port.Switches.Switch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads one document's file strictly: a form, group, field, state, button or message that nobody knows stops the start. */
final class DocumentFile {

    private static final Set<String> DOCUMENT = Set.of(
            "id",
            "version",
            "zh",
            "en",
            "titled",
            "form",
            "formats",
            "early",
            "none",
            "profile",
            "over",
            "draft",
            "starred",
            "name_rule",
            "printed_from",
            "parts");
    private static final Set<String> PART = Set.of(
            "section",
            "blank",
            "fields",
            "facts",
            "points",
            "heading",
            "text",
            "lines",
            "plain",
            "signatures",
            "seal",
            "states");

    private final SpecNode file;
    private final FormCatalogue forms;

    DocumentFile(SpecNode file, FormCatalogue forms) {
        this.file = file.only(DOCUMENT);
        this.forms = forms;
    }

    DocumentDefinition read() {
        var form = form(file);
        forms.message(file.text("early"));
        forms.message(file.text("none"));
        return new DocumentDefinition(
                file.text("id"),
                file.at("version").number(),
                new Label(file.text("zh"), file.text("en")),
                file.findText("titled").map(this::titled),
                form.id(),
                file.list("formats").stream()
                        .map(node -> Format.valueOf(node.text().toUpperCase(Locale.ROOT)))
                        .toList(),
                file.text("early"),
                file.text("none"),
                file.findText("profile").orElse(""),
                file.find("over").map(this::over),
                !file.findText("draft").orElse("").equals("never"),
                isTrue(file, "starred"),
                file.findText("name_rule").map(rule -> naming(file, rule)),
                file.list("printed_from").stream().map(this::source).toList(),
                file.list("parts").stream().map(node -> placed(node, form)).toList());
    }

    private Switch titled(String key) {
        return Switch.of(key).orElseThrow(() -> new BadSpecification(file.where(), "no switch " + key));
    }

    private static NamingRule naming(SpecNode node, String id) {
        return NamingRules.read()
                .find(id)
                .orElseThrow(() -> new BadSpecification(node.where(), "no naming rule " + id));
    }

    private static boolean isTrue(SpecNode node, String key) {
        return node.findText(key).filter("true"::equals).isPresent();
    }

    private FormDefinition form(SpecNode node) {
        return forms.find(node.text("form"))
                .orElseThrow(() -> new BadSpecification(node.where(), "no form " + node.text("form")));
    }

    private DocumentDefinition.Over over(SpecNode node) {
        node.only(Set.of("form", "states"));
        return new DocumentDefinition.Over(form(node).id(), states(node, form(node)));
    }

    private DocumentDefinition.Source source(SpecNode node) {
        node.only(Set.of("form", "button", "states"));
        var form = form(node);
        var key = node.findText("button").orElse("");
        if (key.isEmpty()) {
            return new DocumentDefinition.Source(form.id(), states(node, form), "");
        }
        var button = form.buttons().stream()
                .filter(known -> known.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new BadSpecification(node.where(), "no button " + key));
        return new DocumentDefinition.Source(form.id(), button.states(), key);
    }

    private static List<String> states(SpecNode node, FormDefinition form) {
        var states = node.list("states").stream().map(SpecNode::text).toList();
        states.stream().filter(state -> form.state(state).isEmpty()).findFirst().ifPresent(state -> {
            throw new BadSpecification(node.where(), "no state " + state);
        });
        return states;
    }

    private Part.Placed placed(SpecNode node, FormDefinition form) {
        node.only(PART);
        return new Part.Placed(part(node, form), states(node, form));
    }

    private Part part(SpecNode node, FormDefinition form) {
        var map = node.map();
        if (map.containsKey("section")) {
            var key = node.text("section");
            if (form.section(key).isEmpty()) {
                throw new BadSpecification(node.where(), "no group " + key);
            }
            return new Part.Group(key, isTrue(node, "blank"));
        }
        if (map.containsKey("fields")) {
            var keys = node.list("fields").stream().map(SpecNode::text).toList();
            keys.stream().filter(key -> form.field(key).isEmpty()).findFirst().ifPresent(key -> {
                throw new BadSpecification(node.where(), "no field " + key);
            });
            return new Part.Fields(keys);
        }
        if (map.containsKey("facts")) {
            return new Part.Facts(node.list("facts").stream()
                    .map(fact -> Map.entry(
                            fact.list().getFirst().text(), fact.list().getLast().text()))
                    .toList());
        }
        if (map.containsKey("points")) {
            return points(node.at("points").only(Set.of("form", "section")));
        }
        return wording(node, map);
    }

    private Part points(SpecNode node) {
        var form = form(node);
        if (form.section(node.text("section")).isEmpty()) {
            throw new BadSpecification(node.where(), "no group " + node.text("section"));
        }
        return new Part.Points(form, node.text("section"));
    }

    private static Part wording(SpecNode node, Map<String, SpecNode> map) {
        if (map.containsKey("heading")) {
            return new Part.Heading(node.text("heading"));
        }
        if (map.containsKey("text")) {
            return new Part.Paragraph(node.text("text"), true);
        }
        if (map.containsKey("lines") || map.containsKey("plain")) {
            return new Part.Paragraph(node.text(map.containsKey("lines") ? "lines" : "plain"), false);
        }
        if (map.containsKey("signatures") || map.containsKey("seal")) {
            return new Part.Signing(
                    node.list("signatures").stream().map(SpecNode::text).toList(),
                    node.findText("seal").orElse(""));
        }
        throw new BadSpecification(node.where(), "a part says what it shows");
    }
}
