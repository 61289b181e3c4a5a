package io.kouan.platform.declaration;

import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.message.Document;
import java.time.Instant;

/**
 * A document (单证) as the port holds it: where it came from, its keys, its state. Immutable; a new state is a new value.
 *
 * @param id position of its message and its index, so that ids follow the journal
 * @param key business key, parts joined by +
 * @param alive whether the key is taken
 * @param waitingFor what an inventory waits for, empty where it does not
 */
record Held(
        long id,
        long position,
        int index,
        long enterpriseId,
        String dxpId,
        MessageType type,
        String guid,
        String key,
        Keys keys,
        String preNo,
        String invtNo,
        String appTime,
        int status,
        boolean alive,
        String waitingFor,
        String returnInfo,
        Instant receivedAt,
        Instant updatedAt,
        Content content) {

    /** By what other documents find it. */
    record Keys(
            String orderNo,
            String ebpCode,
            String ebcCode,
            String logisticsCode,
            String logisticsNo,
            String copCode,
            String copNo) {

        static Keys of(Document document) {
            var head = document.head();
            return new Keys(
                    text(document, "orderNo"),
                    text(document, "ebpCode"),
                    text(document, "ebcCode"),
                    text(document, "logisticsCode"),
                    text(document, "logisticsNo"),
                    head.find("agentCode").or(() -> head.find("operatorCode")).orElse(""),
                    text(document, "copNo"));
        }

        private static String text(Document document, String field) {
            return document.head().find(field).orElse("");
        }

        /** Key of the waybill. */
        String waybill() {
            return logisticsCode + "+" + logisticsNo;
        }

        /** Key of the order. */
        String order() {
            return ebpCode + "+" + orderNo;
        }
    }

    Document document() {
        return content.document();
    }

    boolean is(String messageType) {
        return type.id().equals(messageType);
    }

    Held become(int newStatus, boolean stillAlive, String info, Instant now) {
        return with(newStatus, stillAlive, "", info, now);
    }

    Held waiting(String missing, String info, Instant now) {
        return with(status, alive, missing, info, now);
    }

    private Held with(int newStatus, boolean nowAlive, String missing, String info, Instant now) {
        return new Held(
                id,
                position,
                index,
                enterpriseId,
                dxpId,
                type,
                guid,
                key,
                keys,
                preNo,
                invtNo,
                appTime,
                newStatus,
                nowAlive,
                missing,
                info,
                receivedAt,
                now,
                content);
    }

    Held numbered(String newInvtNo) {
        return new Held(
                id,
                position,
                index,
                enterpriseId,
                dxpId,
                type,
                guid,
                key,
                keys,
                preNo,
                newInvtNo,
                appTime,
                status,
                alive,
                waitingFor,
                returnInfo,
                receivedAt,
                updatedAt,
                content);
    }
}
