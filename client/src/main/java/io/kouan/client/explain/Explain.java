package io.kouan.client.explain;

import io.kouan.ceb.catalogue.MessageType.Direction;
import io.kouan.ceb.envelope.DxpReply;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import io.kouan.client.files.Input;
import io.kouan.client.files.Inputs;
import io.kouan.client.terminal.ExitCode;
import io.kouan.client.terminal.Failure;
import io.kouan.client.terminal.Terminal;
import java.util.ArrayList;
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
            if (found.isPresent()) {
                show(subject, "", "", List.of(found.get()));
            } else if (Inputs.exists(subject)) {
                files.add(subject);
            } else {
                terminal.note("explain.unknown", subject);
                allKnown = false;
            }
        }
        if (!files.isEmpty() || subjects.isEmpty()) {
            Inputs.of(files).list(terminal).forEach(this::receipt);
        }
        return allKnown ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private void receipt(Input input) {
        var bytes = input.bytes();
        switch (READER.read(bytes)) {
            case Reading.Read read
            when read.message().type().direction() == Direction.RECEIPT -> {
                var type = read.message().type();
                title(input.name(), type.id(), terminal.language() == Language.ZH ? type.nameZh() : type.nameEn());
                for (Document document : read.message().documents()) {
                    show(
                            document.key(type.matchKey()),
                            document.head().find("returnStatus").orElse(""),
                            document.head().find("returnInfo").orElse(""),
                            Explanations.of(document));
                }
            }
            case Reading.Read read ->
                throw Failure.refused(
                        "explain.noreceipt", input.name(), read.message().type().id());
            case Reading.Unreadable bad -> answer(input.name(), bytes);
        }
    }

    /** The network's own answer is no CEB message. */
    private void answer(String name, Bytes bytes) {
        if (!(DxpReply.read(bytes) instanceof DxpReply.Parsed.Reply(var reply))) {
            throw Failure.refused("explain.unreadable", name);
        }
        title(name, "DxpRep", terminal.text("explain.network"));
        for (var response : reply.responses()) {
            show(
                    response.original().copMsgId(),
                    response.code(),
                    response.info().orElse(""),
                    Explanations.of(response));
        }
    }

    private void title(String name, String type, String meaning) {
        if (!json) {
            terminal.print(terminal.text("explain.receipt", name, type, meaning));
        }
    }

    private void show(String subject, String status, String info, List<Explanation> explanations) {
        if (json) {
            terminal.print(JSON.writeValueAsString(
                    Map.of("subject", subject, "status", status, "info", info, "explanations", explanations)));
            return;
        }
        var indent = status.isEmpty() ? "" : "  ";
        if (!status.isEmpty()) {
            terminal.print(terminal.text("explain.record", subject, status));
        }
        if (!info.isEmpty()) {
            info.lines().forEach(line -> terminal.print(indent + "“" + line + "”"));
        }
        explanations.forEach(one -> one.lines(terminal.language(), indent).forEach(terminal::print));
    }
}
