package io.kouan.client.send;

import io.kouan.client.exchange.Problem;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Says what came of each input, in words or as one JSON object per line. Safe for several threads. */
final class SentReport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terminal terminal;
    private final boolean json;
    private int accepted;
    private int before;
    private int refused;

    SentReport(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    synchronized void add(Sent sent) {
        switch (sent) {
            case Sent.Accepted ignored -> accepted++;
            case Sent.Before ignored -> before++;
            case Sent.Refused ignored -> refused++;
            case Sent.Unreadable ignored -> refused++;
            case Sent.Undelivered ignored -> {}
        }
        if (json) {
            terminal.print(JSON.writeValueAsString(object(sent)));
        } else {
            words(sent).forEach(terminal::print);
        }
    }

    private List<String> words(Sent sent) {
        return switch (sent) {
            case Sent.Accepted(var name, var ack) ->
                List.of(terminal.text(
                        "send.accepted", name, ack.messageType(), ack.messageId(), String.valueOf(ack.position())));
            case Sent.Before(var name, var ack) ->
                List.of(terminal.text("send.before", name, ack.messageId(), String.valueOf(ack.position())));
            case Sent.Refused(var name, var problem) -> refusal(name, problem);
            case Sent.Unreadable(var name) -> List.of(terminal.text("send.unreadable", name));
            case Sent.Undelivered(var name, var reason) -> List.of(terminal.text("send.undelivered", name, reason));
        };
    }

    private List<String> refusal(String name, Problem problem) {
        var lines = new ArrayList<String>();
        lines.add(terminal.text(
                "send.refused", name, problem.sentence(), problem.code().orElse("HTTP " + problem.status())));
        for (var found : problem.findings()) {
            var words = found.in(terminal.language());
            lines.add("    %s:%d:%d %s %s".formatted(name, found.line(), found.column(), found.code(), words.what()));
            lines.add("      → " + words.cure());
        }
        return lines;
    }

    private static Map<String, Object> object(Sent sent) {
        var object = new LinkedHashMap<String, Object>();
        object.put("input", sent.name());
        switch (sent) {
            case Sent.Accepted(var name, var ack) -> {
                object.put("outcome", "accepted");
                object.put("ack", ack);
            }
            case Sent.Before(var name, var ack) -> {
                object.put("outcome", "before");
                object.put("ack", ack);
            }
            case Sent.Refused(var name, var problem) -> {
                object.put("outcome", "refused");
                object.put("problem", problem);
            }
            case Sent.Unreadable(var name) -> object.put("outcome", "unreadable");
            case Sent.Undelivered(var name, var reason) -> {
                object.put("outcome", "undelivered");
                object.put("reason", reason);
            }
        }
        return object;
    }

    /** The sum, and how the command ends. */
    synchronized int finish(int inputs) {
        int left = inputs - accepted - before - refused;
        terminal.note("send.sum", accepted, before, refused, left);
        if (left > 0) {
            return ExitCode.TRY_LATER;
        }
        return refused > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
