package io.kouan.ceb.envelope;

import io.kouan.ceb.envelope.DxpMessage.AddInfo;
import io.kouan.ceb.envelope.DxpMessage.BizKey;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The envelope of the data exchange platform (数据交换平台, DXP): wraps a business message and opens what came in. Takes
 * the message of a terminal node (DxpMsg) and, for what it carries, that of a transport node (DxpMsgSv).
 *
 * <p>Security guarantees: no DTD, no entities, everything bounded, Base64 to the letter; any input at all gives an
 * {@link Opened}, never an exception. Not guaranteed: that anything in the head is true.
 */
public final class DxpEnvelope {

    private static final int HEAD = 512;
    private static final Pattern ROOT = Pattern.compile(
            "(?:\u00EF\u00BB\u00BF)?(?:\\s+|<\\?.*?\\?>|<!--.*?-->)*+" + "<(?:[\\w.-]+:)?DxpMsg(?:Sv)?[\\s/>]",
            Pattern.DOTALL);

    private DxpEnvelope() {}

    /** Opens an envelope within {@link Limits#STANDARD}. */
    public static Opened open(Bytes envelope) {
        return open(envelope, Limits.STANDARD);
    }

    /** Opens an envelope whose message keeps these bounds. */
    public static Opened open(Bytes envelope, Limits limits) {
        return switch (ShapeReader.read(envelope, limits, Shapes.DXP_MSG, Shapes.DXP_MSG_SV)) {
            case ShapeReader.Result.Bad(var findings) -> new Opened.Malformed(findings);
            case ShapeReader.Result.Good(var root) ->
                new Opened.Message(message(root.find("DxpMsg").orElse(root)));
        };
    }

    /**
     * Whether these bytes look like an envelope and not like a bare message. A guess by the root's name, so that one door can take
     * both; {@link #open} decides.
     */
    public static boolean isEnvelope(Bytes bytes) {
        var head = new String(bytes.array(), 0, Math.min(bytes.size(), HEAD), StandardCharsets.ISO_8859_1);
        return ROOT.matcher(head).lookingAt();
    }

    /** The envelope of a terminal node around this message. */
    public static Bytes wrap(DxpMessage message) {
        var out = new DxpText().root("DxpMsg");
        message.info().write(out, "TransInfo");
        out.open("Data")
                .plain(Base64.getEncoder().encodeToString(message.data().array()))
                .close("Data");
        write(message.additional(), out);
        return Bytes.utf8(out.close("DxpMsg").toString());
    }

    private static void write(AddInfo additional, DxpText out) {
        if (additional.isEmpty()) {
            return;
        }
        out.open("AddInfo").value("FileName", additional.fileName()).value("IcCard", additional.icCard());
        if (!additional.keys().isEmpty()) {
            out.open("BizKey");
            for (BizKey key : additional.keys()) {
                key.name().ifPresentOrElse(name -> out.open("Key", "name", name), () -> out.open("Key"));
                out.text(key.value()).close("Key");
            }
            out.close("BizKey");
        }
        additional
                .textEncoding()
                .ifPresent(encoding -> out.open("IsText", "Encode", encoding).close("IsText"));
        out.value("RecMapId", additional.recMapId()).close("AddInfo");
    }

    private static DxpMessage message(Node node) {
        return new DxpMessage(
                TransInfo.of(node.child("TransInfo")),
                node.child("Data").data(),
                node.find("AddInfo").map(DxpEnvelope::additional).orElse(AddInfo.NONE),
                node.find("Signature").isPresent());
    }

    private static AddInfo additional(Node node) {
        return new AddInfo(
                node.findText("FileName"),
                node.findText("IcCard"),
                node.find("BizKey").map(DxpEnvelope::keys).orElse(List.of()),
                node.find("IsText").flatMap(text -> text.attribute("Encode")),
                node.findText("RecMapId"));
    }

    private static List<BizKey> keys(Node node) {
        return node.all("Key").stream()
                .map(key -> new BizKey(key.attribute("name"), key.text()))
                .toList();
    }
}
