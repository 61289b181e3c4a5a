package io.kouan.client.explain;

import io.kouan.ceb.catalogue.MessageType.Direction;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import io.kouan.client.files.Inputs;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Explains codes, and receipts with all codes in them. */
@Command(name = "explain")
public final class Explain implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MessageReader READER = new MessageReader(Limits.STANDARD);

    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "CODE|FILE")
    private List<String> subjects = new ArrayList<>();

    @Option(names = "--json")
    private boolean json;

    public Explain(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var files = new ArrayList<String>();
        boolean allKnown = true;
        for (String subject : subjects) {
            var found = Explanations.of(subject);
            if (!found.isEmpty()) {
                show(subject, found);
            } else if (Inputs.exists(subject)) {
                files.add(subject);
            } else {
                terminal.note("explain.unknown", subject);
                allKnown = false;
            }
        }
        if (!files.isEmpty() || subjects.isEmpty()) {
            Inputs.of(files).list(terminal).forEach(input -> receipt(input.name(), READER.read(input.bytes())));
        }
        return allKnown ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private void show(String subject, List<Explanation> found) {
        if (json) {
            terminal.print(JSON.writeValueAsString(Map.of(
                    "code",
                    subject,
                    "meanings",
                    found.stream().map(Explain::object).toList())));
            return;
        }
        found.forEach(explanation -> lines(explanation, "").forEach(terminal::print));
    }

    private void receipt(String name, Reading reading) {
        if (!(reading instanceof Reading.Read read)) {
            throw Failure.refused("explain.unreadable", name);
        }
        var type = read.message().type();
        if (type.direction() != Direction.RECEIPT) {
            throw Failure.refused("explain.noreceipt", name, type.id());
        }
        terminal.print(terminal.text(
                "explain.receipt",
                name,
                type.id(),
                terminal.language() == Language.ZH ? type.nameZh() : type.nameEn()));
        for (Document document : read.message().documents()) {
            record(document.key(type.matchKey()), document);
        }
    }

    private void record(String key, Document document) {
        var status = document.head().find("returnStatus").orElse("");
        var info = document.head().find("returnInfo").orElse("");
        terminal.print("");
        terminal.print(terminal.text("explain.record", key, status));
        if (!info.isEmpty()) {
            terminal.print("  " + info);
        }
        var codes = new ArrayList<>(Explanations.codesIn(info));
        if (status.startsWith("-")) {
            codes.addFirst(status);
        }
        Explanations.status(status.startsWith("-") ? "<0" : status)
                .ifPresent(found -> lines(found, "  ").forEach(terminal::print));
        for (String code : codes) {
            Explanations.of(code).stream()
                    .filter(found -> !found.table().equals("return-status"))
                    .forEach(found -> lines(found, "  ").forEach(terminal::print));
        }
    }

    private List<String> lines(Explanation one, String indent) {
        var lines = new ArrayList<String>();
        var language = terminal.language();
        var name = language == Language.ZH ? one.nameZh() : one.nameEn();
        lines.add(indent + terminal.text("explain.table." + one.table(), one.code(), name));
        one.isEnd().ifPresent(end -> lines.add(indent + "  " + terminal.text(end ? "explain.end" : "explain.goeson")));
        for (var text : one.findings()) {
            var words = text.in(language);
            lines.add(indent + "  " + text.code() + " " + open(words.what()));
            lines.add(indent + "    " + open(words.why()) + (text.rule().isEmpty() ? "" : " (" + text.rule() + ")"));
            lines.add(indent + "    → " + open(words.cure()));
        }
        return lines;
    }

    /** Without a message there are no values to fill in. */
    private static String open(String text) {
        return text.replaceAll("\\{[A-Za-z0-9]+}", "…");
    }

    private static Map<String, Object> object(Explanation one) {
        var object = new LinkedHashMap<String, Object>();
        object.put("table", one.table());
        object.put("nameZh", one.nameZh());
        object.put("nameEn", one.nameEn());
        object.put(
                "findings",
                one.findings().stream()
                        .map(text -> Map.of("code", text.code(), "rule", text.rule(), "zh", text.zh(), "en", text.en()))
                        .toList());
        return object;
    }
}
