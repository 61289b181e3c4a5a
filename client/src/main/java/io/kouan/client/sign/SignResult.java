package io.kouan.client.sign;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import io.kouan.ceb.signature.MessageSigner;
import io.kouan.ceb.signature.Signer;
import io.kouan.client.findings.FindingLines;
import io.kouan.client.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of one message that was to be signed. */
sealed interface SignResult {

    /** It carries a signature now. */
    record Signed(Bytes message) implements SignResult {}

    /** It carried one before; a second one would be none (signature, section 4). */
    record Already() implements SignResult {}

    /** It is no message. */
    record Unreadable(List<Finding> findings) implements SignResult {}

    MessageReader READER = new MessageReader(Limits.STANDARD);

    static SignResult of(Bytes unsigned, Signer signer) {
        return switch (READER.read(unsigned)) {
            case Reading.Unreadable bad -> new Unreadable(bad.findings());
            case Reading.Read read when read.signature().isPresent() -> new Already();
            case Reading.Read read -> new Signed(MessageSigner.sign(unsigned, signer));
        };
    }

    /** For a person: only what went wrong. */
    default Stream<String> lines(String input, Terminal terminal) {
        return switch (this) {
            case Signed signed -> Stream.empty();
            case Already already -> Stream.of(terminal.text("sign.already", input));
            case Unreadable(var findings) ->
                findings.stream().flatMap(finding -> FindingLines.of(input, finding, terminal.language()).stream());
        };
    }

    /**
     * For a script.
     *
     * @param file where the signed message lies; where it lies nowhere it is in the answer itself
     */
    default Map<String, Object> object(String input, Optional<Path> file) {
        var object = new LinkedHashMap<String, Object>();
        object.put("input", input);
        switch (this) {
            case Signed(var message) -> {
                object.put("outcome", "signed");
                file.ifPresentOrElse(
                        path -> object.put("file", path.toString()),
                        () -> object.put("message", new String(message.array(), StandardCharsets.UTF_8)));
            }
            case Already already -> object.put("outcome", "signed-already");
            case Unreadable(var findings) -> {
                object.put("outcome", "unreadable");
                object.put(
                        "findings", findings.stream().map(FindingLines::object).toList());
            }
        }
        return object;
    }
}
