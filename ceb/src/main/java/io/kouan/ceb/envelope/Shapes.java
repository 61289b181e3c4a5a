package io.kouan.ceb.envelope;

import static io.kouan.ceb.envelope.Shape.UNBOUNDED;
import static io.kouan.ceb.envelope.Shape.group;
import static io.kouan.ceb.envelope.Shape.value;

import io.kouan.ceb.envelope.Shape.Attribute;
import io.kouan.ceb.envelope.Shape.Binary;
import io.kouan.ceb.envelope.Shape.Date;
import io.kouan.ceb.envelope.Shape.DateTime;
import io.kouan.ceb.envelope.Shape.Digits;
import io.kouan.ceb.envelope.Shape.Nothing;
import io.kouan.ceb.envelope.Shape.Passed;
import io.kouan.ceb.envelope.Shape.Text;
import java.util.List;
import java.util.Optional;

/** The schemas of the terminal node, the transport node and the platform's answer (dxp.md, sections 2 to 4). */
final class Shapes {

    private static final Attribute VERSION = new Attribute("ver", true, Optional.of("1.0"), 3);
    private static final Attribute ID = new Attribute("Id", false, Optional.empty(), 64);

    private static final Shape SIGNATURE = new Shape("Signature", Shape.DS, 0, 1, new Passed(), List.of());

    /** The message of a terminal node (终端节点报文). */
    static final Shape DXP_MSG = group(
                    "DxpMsg",
                    1,
                    1,
                    transInfo("TransInfo"),
                    value("Data", 1, 1, new Binary()),
                    group(
                            "AddInfo",
                            0,
                            1,
                            value("FileName", 0, 1, new Text(1, 255)),
                            value("IcCard", 0, 1, new Text(1, 13)),
                            group(
                                    "BizKey",
                                    0,
                                    1,
                                    value("Key", 1, 5, new Text(1, 64))
                                            .with(new Attribute("name", false, Optional.empty(), 32))),
                            value("IsText", 0, 1, new Nothing())
                                    .with(new Attribute("Encode", true, Optional.empty(), 50)),
                            value("RecMapId", 0, 1, new Text(0, 4096))),
                    SIGNATURE)
            .with(VERSION, ID);

    /** The message of a transport node (传输节点报文): a terminal node's message under the node's own head. */
    static final Shape DXP_MSG_SV = group(
                    "DxpMsgSv",
                    1,
                    1,
                    group(
                                    "SvNo",
                                    1,
                                    1,
                                    value("MsgId", 1, 1, new Text(1, 32)),
                                    value("SubMsgId", 0, 1, new Text(1, 1)),
                                    value("SendTime", 1, 1, new DateTime()),
                                    value("EndNode", 1, 1, new Digits(1, 8)),
                                    value("StaNode", 1, 1, new Digits(1, 8)))
                            .with(new Attribute("Ver", true, Optional.of("1.0"), 3)),
                    DXP_MSG,
                    SIGNATURE)
            .with(VERSION, ID);

    /** The platform's answer (平台回执). */
    static final Shape DXP_REP = group(
                    "DxpRep",
                    1,
                    1,
                    value("RecevierId", 1, 1, new Text(1, 16)),
                    value("AdNodeId", 0, 1, new Text(1, 8)),
                    group(
                            "Response",
                            1,
                            UNBOUNDED,
                            value("NodeId", 0, 1, new Text(1, 8)),
                            value("ResponseCode", 1, 1, new Text(1, 9)),
                            value("ResponseInfo", 0, 1, new Text(0, 300)),
                            group(
                                    "Results",
                                    0,
                                    1,
                                    group(
                                            "Result",
                                            1,
                                            UNBOUNDED,
                                            value("RecId", 1, 1, new Text(1, 16)),
                                            value("Code", 1, 1, new Text(1, 9)),
                                            value("Info", 0, 1, new Text(0, 300)),
                                            value("Note", 0, 1, new Text(0, 500)))),
                            value("NoticeTime", 1, 1, new Date()),
                            value("Note", 0, 1, new Text(0, 500)),
                            transInfo("OriHead")),
                    SIGNATURE)
            .with(VERSION, ID);

    private Shapes() {}

    private static Shape transInfo(String name) {
        return group(
                name,
                1,
                1,
                value("CopMsgId", 1, 1, new Text(1, 255)),
                value("SenderId", 1, 1, new Text(1, 16)),
                group("ReceiverIds", 1, 1, value("ReceiverId", 1, 5, new Text(1, 16))),
                value("CreatTime", 1, 1, new DateTime()),
                value("MsgType", 1, 1, new Text(0, 30)));
    }
}
