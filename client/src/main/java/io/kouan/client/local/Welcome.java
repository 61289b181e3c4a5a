package io.kouan.client.local;

import io.kouan.client.terminal.Table;
import io.kouan.client.terminal.Terminal;
import java.util.List;
import java.util.Optional;

/** Where to go and how to get in: the last thing that {@code up} says. */
final class Welcome {

    private Welcome() {}

    static void print(Terminal terminal, Home home) {
        var url = home.url();
        terminal.print("");
        new Table()
                .row(terminal.text("welcome.pages"), url + "/")
                .row(terminal.text("welcome.lint"), url + "/lint")
                .row(terminal.text("welcome.api"), url + "/api")
                .lines()
                .forEach(terminal::print);
        Sandbox.of(home).ifPresent(sandbox -> people(terminal, sandbox));
        terminal.print("");
        terminal.print(terminal.text("welcome.next"));
    }

    private static void people(Terminal terminal, Sandbox sandbox) {
        terminal.print("");
        terminal.print(terminal.text("welcome.accounts"));
        var table = new Table()
                .row(
                        terminal.text("welcome.login"),
                        terminal.text("welcome.password"),
                        terminal.text("welcome.role"),
                        terminal.text("welcome.enterprise"));
        for (var person : sandbox.people()) {
            table.row(
                    person.login(),
                    person.password(),
                    person.role(),
                    person.enterprise().isEmpty() ? person.office() : person.enterprise());
        }
        table.lines().forEach(terminal::print);
        cards(terminal, Optional.ofNullable(sandbox.cards()).orElse(List.of()));
    }

    private static void cards(Terminal terminal, List<Sandbox.DemoCard> cards) {
        if (cards.isEmpty()) {
            return;
        }
        terminal.print("");
        terminal.print(terminal.text("welcome.cards"));
        var table = new Table()
                .row(
                        terminal.text("welcome.card"),
                        terminal.text("welcome.pin"),
                        terminal.text("welcome.kind"),
                        terminal.text("welcome.enterprise"));
        for (var card : cards) {
            table.row(card.number(), card.pin(), terminal.text("welcome.card." + card.kind()), card.enterprise());
        }
        table.lines().forEach(terminal::print);
    }
}
