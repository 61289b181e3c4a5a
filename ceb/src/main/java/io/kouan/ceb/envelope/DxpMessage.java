package io.kouan.ceb.envelope;

import io.kouan.ceb.message.Bytes;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A terminal node's message (终端节点报文, DxpMsg): one business message under a head. What the envelope says about the sender is
 * a claim; only the channel and the signature of the business message prove it.
 *
 * @param data the business message, bytes as they were; or what {@link Sealing} made of them
 * @param isSigned whether the envelope carries a signature of its own; nothing here relies on it
 */
public record DxpMessage(TransInfo info, Bytes data, AddInfo additional, boolean isSigned) {

    /**
     * What the schema calls AddInfo (附加信息).
     *
     * @param keys business keywords, at most five
     * @param textEncoding present where the data is text, in this character set
     */
    public record AddInfo(
            Optional<String> fileName,
            Optional<String> icCard,
            List<BizKey> keys,
            Optional<String> textEncoding,
            Optional<String> recMapId) {

        public static final AddInfo NONE =
                new AddInfo(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

        public AddInfo {
            keys = List.copyOf(keys);
            DxpText.require("FileName", fileName, 1, 255);
            DxpText.require("IcCard", icCard, 1, 13);
            DxpText.require("Encode", textEncoding, 1, 50);
            DxpText.require("RecMapId", recMapId, 0, 4096);
            if (keys.size() > 5) {
                throw new IllegalArgumentException("at most five business keys, not " + keys.size());
            }
        }

        boolean isEmpty() {
            return equals(NONE);
        }
    }

    /** A business keyword (业务关键字); its name may be missing. */
    public record BizKey(Optional<String> name, String value) {
        public BizKey {
            DxpText.require("Key/@name", name, 1, 32);
            DxpText.require("Key", value, 1, 64);
        }
    }

    public DxpMessage {
        if (data.size() == 0) {
            throw new IllegalArgumentException("an envelope without data says nothing");
        }
    }

    /** A message to one receiver, with the file name that is usual: {@code {MsgType}_{CopMsgId}.xml}. */
    public static DxpMessage of(
            String copMsgId, String senderId, String receiverId, LocalDateTime createTime, String msgType, Bytes data) {
        var file = msgType + "_" + copMsgId + ".xml";
        return new DxpMessage(
                new TransInfo(copMsgId, senderId, List.of(receiverId), createTime, msgType),
                data,
                new AddInfo(
                        file.length() > 255 ? Optional.empty() : Optional.of(file),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                false);
    }

    public String copMsgId() {
        return info.copMsgId();
    }

    public String senderId() {
        return info.senderId();
    }

    public List<String> receiverIds() {
        return info.receiverIds();
    }

    public LocalDateTime createTime() {
        return info.createTime();
    }

    public String msgType() {
        return info.msgType();
    }

    public Optional<String> fileName() {
        return additional.fileName();
    }
}
