package io.kouan.client.road;

import io.kouan.client.terminal.Failure;
import java.util.HashSet;
import java.util.Map;

/** How a form of the port is filled in and handed in: group by group from its task list. */
final class Forms {

    /** Begins a form from the page that lists those filed before. */
    static final String BEGIN = ".card-header form[method=post] button.btn-primary";

    private static final byte[] SCAN = Papers.picture();

    private Forms() {}

    /** Begins a form from its list, fills every group in, puts a scan into each place that asks for one, and takes the step. */
    static void handIn(Hands hands, String form, Map<String, String> lines, String step) {
        hands.open("/forms/" + form);
        hands.press(BEGIN);
        fill(hands, lines);
        attach(hands);
        step(hands, step);
    }

    /** Begins a ticket about a matter (办理事项). */
    static void ticket(Hands desk, String matter) {
        desk.open("/service-desk/tickets/new");
        desk.write("template", matter);
        desk.press("form[action$='/service-desk/tickets'] button.btn-primary");
    }

    /** Goes through the groups of the task list and writes what it knows into each. */
    static void fill(Hands hands, Map<String, String> lines) {
        var record = hands.here();
        var done = new HashSet<String>();
        while (true) {
            // what was answered may have opened further groups
            var next =
                    hands.all(".k-tasks a", "href").stream().filter(done::add).findFirst();
            if (next.isEmpty()) {
                return;
            }
            hands.open(next.get());
            write(hands, lines);
            hands.press("form.k-question .k-question-go button.btn-primary");
            refuseFaults(hands);
            hands.open(record);
        }
    }

    /** Writes what the page asks for and the lines know; a field of a row is known by its own name. */
    static void write(Hands hands, Map<String, String> lines) {
        var group = hands.here().replaceAll(".*/", "");
        if (lines.containsKey(group) && hands.sees("main button[name=add]") && !hands.sees("fieldset.k-row")) {
            hands.press("main button[name=add]");
        }
        for (String field : hands.all("main [name]", "name")) {
            var line = lines.get(field.substring(field.lastIndexOf('.') + 1));
            if (line != null && hands.shows(field)) {
                hands.write(field, line);
            }
        }
    }

    /** A scan into every place that must not stay empty. */
    static void attach(Hands hands) {
        var record = hands.here();
        for (String slot : hands.all(".k-slot:has(.k-required)", "id")) {
            if (hands.sees("#" + slot + " .k-files li")) {
                continue;
            }
            hands.attach("#" + slot + " form[data-drop] input[type=file]", "扫描件.png", SCAN);
            hands.press("#" + slot + " form[data-drop] button");
            refuseFaults(hands);
            hands.open(record);
        }
    }

    /** Takes a step of the record; a warning is confirmed. */
    static void step(Hands hands, String action) {
        var button = "form[action$='/step/" + action + "'] button";
        hands.press(button);
        if (hands.sees("#faults.wait") && hands.sees(button)) {
            hands.press(button);
        }
        refuseFaults(hands);
    }

    /** An officer's decision at the desk. */
    static void decide(Hands officer, String record, String action, Map<String, String> entered) {
        officer.open("/desk/" + record);
        officer.tickAll("ticks");
        write(officer, entered);
        officer.press("button[formaction$='/step/" + action + "']");
        refuseFaults(officer);
    }

    /** The number in the record's address. */
    static String id(Hands hands) {
        return hands.at().replaceAll(".*?/(\\d+)(?:[/?].*)?$", "$1");
    }

    static void refuseFaults(Hands hands) {
        if (hands.sees("#faults:not(.wait)")) {
            throw Failure.refused("road.faults", hands.at(), hands.text("#faults"));
        }
    }
}
