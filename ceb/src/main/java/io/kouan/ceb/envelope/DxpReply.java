package io.kouan.ceb.envelope;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The technical answer of the platform (平台回执, DxpRep): not customs speaks here but the network. Codes are those of
 * {@code codes/dxp-error.csv}.
 *
 * @param receiverId DXP ID of the party that gets the answer
 * @param adNodeId home node of that party
 */
public record DxpReply(String receiverId, Optional<String> adNodeId, List<Response> responses) {

    /**
     * One answer.
     *
     * @param nodeId node where the error arose
     * @param code for example {@code 2001}
     * @param results one per receiver, where they differ
     * @param noticeTime a date without time, as the schema wants it
     * @param original head of the message that is answered
     */
    public record Response(
            Optional<String> nodeId,
            String code,
            Optional<String> info,
            List<Result> results,
            LocalDate noticeTime,
            Optional<String> note,
            TransInfo original) {

        public Response {
            results = List.copyOf(results);
            DxpText.require("NodeId", nodeId, 1, 8);
            DxpText.require("ResponseCode", code, 1, 9);
            DxpText.require("ResponseInfo", info, 0, 300);
            DxpText.require("Note", note, 0, 500);
        }

        /** An answer that is the same for every receiver. */
        public static Response of(String code, String info, LocalDate date, TransInfo original) {
            return new Response(
                    Optional.empty(),
                    code,
                    Optional.of(DxpText.shortened(info, 300)),
                    List.of(),
                    date,
                    Optional.empty(),
                    original);
        }
    }

    /** What became of the message for one receiver. */
    public record Result(String receiverId, String code, Optional<String> info, Optional<String> note) {
        public Result {
            DxpText.require("RecId", receiverId, 1, 16);
            DxpText.require("Code", code, 1, 9);
            DxpText.require("Info", info, 0, 300);
            DxpText.require("Note", note, 0, 500);
        }
    }

    /** What came of reading an answer. */
    public sealed interface Parsed {
        record Reply(DxpReply reply) implements Parsed {}

        record Malformed(List<Finding> findings) implements Parsed {}
    }

    public DxpReply {
        responses = List.copyOf(responses);
        DxpText.require("RecevierId", receiverId, 1, 16);
        DxpText.require("AdNodeId", adNodeId, 1, 8);
        if (responses.isEmpty()) {
            throw new IllegalArgumentException("an answer answers something");
        }
    }

    /**
     * The answer to a message that findings stop: one response for each different code, the first finding's text with it.
     *
     * @param findings at least one; those without a code of the network are told as 1999 or 0999 by their layer
     */
    public static DxpReply refusing(TransInfo original, List<Finding> findings, LocalDate date) {
        var codes = findings.stream().map(DxpCodes::of).distinct().toList();
        var responses = codes.stream()
                .map(code -> Response.of(
                        code,
                        findings.stream()
                                .filter(finding -> DxpCodes.of(finding).equals(code))
                                .findFirst()
                                .map(finding -> DxpCodes.text(code) + "：" + finding.what(Language.ZH))
                                .orElseThrow(),
                        date,
                        original))
                .toList();
        return new DxpReply(original.senderId(), Optional.empty(), responses);
    }

    /** Reads an answer; never throws on any input. */
    public static Parsed read(Bytes bytes) {
        return switch (ShapeReader.read(bytes, Limits.STANDARD, Shapes.DXP_REP)) {
            case ShapeReader.Result.Bad(var findings) -> new Parsed.Malformed(findings);
            case ShapeReader.Result.Good(var root) ->
                new Parsed.Reply(new DxpReply(
                        root.text("RecevierId"),
                        root.findText("AdNodeId"),
                        root.all("Response").stream().map(DxpReply::response).toList()));
        };
    }

    /** The answer as XML. */
    public Bytes write() {
        var out = new DxpText().root("DxpRep").value("RecevierId", receiverId).value("AdNodeId", adNodeId);
        responses.forEach(response -> write(response, out));
        return Bytes.utf8(out.close("DxpRep").toString());
    }

    private static void write(Response response, DxpText out) {
        out.open("Response")
                .value("NodeId", response.nodeId())
                .value("ResponseCode", response.code())
                .value("ResponseInfo", response.info());
        if (!response.results().isEmpty()) {
            out.open("Results");
            response.results()
                    .forEach(result -> out.open("Result")
                            .value("RecId", result.receiverId())
                            .value("Code", result.code())
                            .value("Info", result.info())
                            .value("Note", result.note())
                            .close("Result"));
            out.close("Results");
        }
        out.value("NoticeTime", response.noticeTime().toString()).value("Note", response.note());
        response.original().write(out, "OriHead");
        out.close("Response");
    }

    private static Response response(Node node) {
        return new Response(
                node.findText("NodeId"),
                node.text("ResponseCode"),
                node.findText("ResponseInfo"),
                node.find("Results").map(DxpReply::results).orElse(List.of()),
                Values.date(node.text("NoticeTime")).orElseThrow(),
                node.findText("Note"),
                TransInfo.of(node.child("OriHead")));
    }

    private static List<Result> results(Node node) {
        return node.all("Result").stream()
                .map(result -> new Result(
                        result.text("RecId"), result.text("Code"), result.findText("Info"), result.findText("Note")))
                .toList();
    }
}
