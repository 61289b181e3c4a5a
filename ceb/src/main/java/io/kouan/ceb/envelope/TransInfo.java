package io.kouan.ceb.envelope;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The head of an envelope (终端信息): from whom, to whom, what. An answer repeats the head of what it answers.
 *
 * @param copMsgId the sender's own id of the message, unique at the sender, 1 to 255 characters
 * @param senderId DXP ID of the sender, at most 16 characters
 * @param receiverIds DXP IDs of one to five receivers
 * @param createTime when the business message was made, on the clock in Shanghai, whole seconds
 * @param msgType as agreed between the parties, usually the root element's name; some senders leave it empty
 */
public record TransInfo(
        String copMsgId, String senderId, List<String> receiverIds, LocalDateTime createTime, String msgType) {

    public TransInfo {
        receiverIds = List.copyOf(receiverIds);
        createTime = createTime.truncatedTo(ChronoUnit.SECONDS);
        DxpText.require("CopMsgId", copMsgId, 1, 255);
        DxpText.require("SenderId", senderId, 1, 16);
        if (receiverIds.isEmpty() || receiverIds.size() > 5) {
            throw new IllegalArgumentException("one to five receivers, not " + receiverIds.size());
        }
        receiverIds.forEach(receiver -> DxpText.require("ReceiverId", receiver, 1, 16));
        DxpText.require("MsgType", msgType, 0, 30);
    }

    static TransInfo of(Node node) {
        return new TransInfo(
                node.text("CopMsgId"),
                node.text("SenderId"),
                node.child("ReceiverIds").all("ReceiverId").stream()
                        .map(Node::text)
                        .toList(),
                Values.dateTime(node.text("CreatTime")).orElseThrow(),
                node.text("MsgType"));
    }

    void write(DxpText out, String name) {
        out.open(name).value("CopMsgId", copMsgId).value("SenderId", senderId).open("ReceiverIds");
        receiverIds.forEach(receiver -> out.value("ReceiverId", receiver));
        out.close("ReceiverIds")
                .value("CreatTime", DxpText.time(createTime))
                .value("MsgType", msgType)
                .close(name);
    }
}
