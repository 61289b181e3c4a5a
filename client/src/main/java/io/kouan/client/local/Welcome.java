package io.kouan.client.local;

import io.kouan.client.terminal.Table;
import io.kouan.client.terminal.Terminal;

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
    }
}
