package io.kouan.platform.guidemode;

import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import io.kouan.platform.accounts.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A decision that a sandbox officer takes, as {@code sandbox/guide.yaml} says it.
 *
 * @param step id of the step of the road
 * @param template matter of a ticket; empty where the form is no ticket
 * @param office field that names the office whose officer decides; empty where it is any officer of the role
 * @param enter what the officer enters, by field; in braces stands what is drawn
 * @param rows fields to tick in every row of a table, by table
 */
record DeedLine(
        String step,
        String form,
        String template,
        String state,
        String action,
        Role role,
        String office,
        Map<String, String> enter,
        Map<String, List<String>> rows) {

    DeedLine {
        enter = Map.copyOf(enter);
        rows = Map.copyOf(rows);
    }

    static List<DeedLine> all() {
        return new SpecFile("sandbox/guide.yaml")
                .yaml().list("deeds").stream().map(DeedLine::read).toList();
    }

    private static DeedLine read(SpecNode node) {
        node.only(Set.of("step", "form", "template", "state", "action", "role", "office", "enter", "rows"));
        var enter = new LinkedHashMap<String, String>();
        node.find("enter").ifPresent(values -> values.map().forEach((field, value) -> enter.put(field, value.text())));
        var rows = new LinkedHashMap<String, List<String>>();
        node.find("rows")
                .ifPresent(tables -> tables.map()
                        .forEach((table, fields) -> rows.put(
                                table,
                                fields.list().stream().map(SpecNode::text).toList())));
        return new DeedLine(
                node.text("step"),
                node.text("form"),
                node.findText("template").orElse(""),
                node.text("state"),
                node.text("action"),
                Role.valueOf(node.text("role")),
                node.findText("office").orElse(""),
                enter,
                rows);
    }
}
