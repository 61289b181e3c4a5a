package io.kouan.client.demo;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.finding.Language;
import io.kouan.client.local.Home;
import io.kouan.client.terminal.Table;
import io.kouan.client.terminal.Terminal;
import java.util.List;

/** The table at the end: sent, released, returned, waiting, refused. */
final class DemoReport {

    private static final List<Fate> COLUMNS = List.of(Fate.RELEASED, Fate.RETURNED, Fate.WAITING, Fate.REFUSED);

    private final Terminal terminal;
    private final Home home;

    DemoReport(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
    }

    void print(List<DemoMessage> messages, Fates fates) {
        var table = new Table()
                .row(
                        "",
                        terminal.text("demo.sent"),
                        terminal.text("demo.released"),
                        terminal.text("demo.returned"),
                        terminal.text("demo.waiting"),
                        terminal.text("demo.refused"));
        var types = messages.stream().map(DemoMessage::type).distinct().toList();
        var sums = new long[COLUMNS.size()];
        for (var type : types) {
            var row = new Object[2 + COLUMNS.size()];
            row[0] = name(type);
            row[1] = messages.stream().filter(one -> one.type().equals(type)).count();
            for (int i = 0; i < COLUMNS.size(); i++) {
                long count = fates.count(type, COLUMNS.get(i));
                row[2 + i] = count;
                sums[i] += count;
            }
            table.row(row);
        }
        table.row(terminal.text("demo.sum"), messages.size(), sums[0], sums[1], sums[2], sums[3]);
        terminal.print("");
        table.lines().forEach(terminal::print);
        terminal.print("");
        repeated(messages);
        unexpected(fates);
        terminal.print(terminal.text("demo.look", home.url()));
    }

    private String name(String type) {
        var known = Catalogue.standard().type(type);
        return type + " " + (terminal.language() == Language.ZH ? known.nameZh() : known.nameEn());
    }

    /** Why the other columns do not add up to what was sent. */
    private void repeated(List<DemoMessage> messages) {
        long again = messages.size()
                - messages.stream().map(DemoMessage::id).distinct().count();
        if (again > 0) {
            terminal.print(terminal.text("demo.repeated", again));
        }
    }

    private void unexpected(Fates fates) {
        for (var message : fates.unsettled()) {
            terminal.print(terminal.text(
                    "demo.unexpected", message.type(), message.id(), message.expected(), fates.of(message)));
        }
    }
}
