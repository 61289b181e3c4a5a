package io.kouan.platform.portal;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import io.kouan.ceb.message.MessageWriter;
import io.kouan.ceb.sample.Defect;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.ceb.sample.SampleChains;
import io.kouan.ceb.sample.SampleChains.Mode;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.sample.SampleWorld;
import io.kouan.ceb.signature.MessageSigner;
import io.kouan.ceb.signature.SoftwareKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Rows for the pages to show: the sandbox's enterprises, people, and signed messages with documents and receipts. */
final class Fixture {

    static final String PASSWORD = "Sandbox-Page-Test-1";

    private final JdbcClient db;
    private final SplittableRandom random = new SplittableRandom(7);
    private final Map<SampleEnterprise, Long> ids = new HashMap<>();
    private final Map<SampleEnterprise, SoftwareKey> keys = new HashMap<>();
    private final Instant now = Instant.now();
    private long position;
    private long receipt;

    private Fixture(JdbcClient db) {
        this.db = db;
    }

    static Fixture people(JdbcClient db, PasswordEncoder passwords) {
        var fixture = new Fixture(db);
        db.sql("truncate enterprise, person, message, receipt, document, message_minute, document_tally, intake_cursor,"
                        + " sign_in_failure restart identity cascade")
                .update();
        SampleWorld.enterprises().forEach(fixture::enterprise);
        var hash = passwords.encode(PASSWORD);
        fixture.person("merchant", "陈一", SampleEnterprise.Role.MERCHANT, hash);
        fixture.person("payment", "李二", SampleEnterprise.Role.PAYMENT, hash);
        db.sql("insert into person (login, password_hash, display_name, roles, created_at)"
                        + " values ('operator', :hash, '港区值班', '{PORT_OPERATOR}', now())")
                .param("hash", hash)
                .update();
        return fixture;
    }

    /** Chains of four messages each; every seventh is returned, every fifth waits for its payment. */
    Fixture chains(int count) {
        var root = SandboxAuthority.create(true, now.minus(Duration.ofDays(1)), new SecureRandom());
        int number = 0;
        for (SampleEnterprise enterprise : SampleWorld.enterprises()) {
            var pair = root.newKeys();
            var subject = new SandboxAuthority.Subject(enterprise.nameZh(), enterprise.creditCode(), "张三");
            var certificate = root.issue(
                    subject, pair.getPublic(), ++number, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)));
            keys.put(enterprise, new SoftwareKey(pair.getPrivate(), certificate));
        }
        var chains = new SampleChains(11, now.minus(Duration.ofMinutes(50)));
        for (int i = 0; i < count; i++) {
            var chain = chains.chain(i, i % 2 == 0 ? Mode.DIRECT_9610 : Mode.BONDED_1210);
            chain(i, i % 7 == 3 ? Defect.PAYMENT_AMOUNT_DIFFERS.in(chain) : chain);
        }
        db.sql("insert into document_tally select enterprise_id, message_type, status, count(*) from document"
                        + " group by 1, 2, 3")
                .update();
        db.sql("insert into message_minute select enterprise_id, date_trunc('minute', received_at),"
                        + " count(*) filter (where verdict = 'ACCEPTED'), count(*) filter (where verdict = 'REFUSED')"
                        + " from message group by 1, 2")
                .update();
        db.sql("insert into intake_cursor values ('intake', ?)").param(position).update();
        return this;
    }

    private void chain(int number, SampleChain chain) {
        for (SampleChain.Part part : chain.parts()) {
            boolean inventory = part.type().equals("CEB621");
            if (number % 5 == 4 && part.type().equals("CEB411")) {
                continue;
            }
            var statuses = new ArrayList<Map.Entry<Integer, String>>();
            statuses.add(Map.entry(2, "新增申报成功[" + part.document().head().text("guid") + "]"));
            if (number % 7 == 3) {
                statuses.add(Map.entry(100, "[Code:1332;Desc:支付单支付金额与订单支付金额不一致]"));
            } else if (number % 5 != 4) {
                statuses.add(Map.entry(120, "[Code:1800;Desc:逻辑校验通过]"));
                if (inventory) {
                    statuses.add(Map.entry(800, "[Code:2600;Desc:放行]"));
                }
            }
            var message = SampleChains.message(
                    part.type(), part.sender(), SampleChains.guid(random), List.of(part.document()));
            message(part.sender(), message, statuses, number % 5 == 4 ? "payment" : "");
        }
    }

    private void message(
            SampleEnterprise sender, CebMessage message, List<Map.Entry<Integer, String>> statuses, String waiting) {
        boolean refused = ++position % 23 == 9;
        var at = now.minusSeconds(3000).plusSeconds(position * 17 % 3000);
        var signed = MessageSigner.sign(MessageWriter.write(message), keys.get(sender));
        var body = refused ? Bytes.utf8(signed.utf8().replaceFirst("<ceb:appTime>....", "<ceb:appTime>2O26")) : signed;
        insert(sender, message, refused, at, body);
        if (refused) {
            return;
        }
        var document = message.documents().getFirst();
        document(sender, message, document, statuses.getLast(), waiting, at);
        for (int i = 0; i < statuses.size(); i++) {
            receipt(sender, message, document, statuses.get(i), at.plusMillis(400L + 700L * i));
        }
    }

    private void insert(SampleEnterprise sender, CebMessage message, boolean refused, Instant at, Bytes body) {
        db.sql("insert into message values (?, ?, ?, ?, ?, 1, false, ?, ?, null, ?, ?, ?)")
                .params(
                        position,
                        ids.get(sender),
                        sender.dxpId(),
                        message.guid(),
                        message.type().id(),
                        sha256(body.array()),
                        refused ? "REFUSED" : "ACCEPTED",
                        "0300000000000001",
                        at.atOffset(ZoneOffset.UTC),
                        body.array())
                .update();
    }

    private void document(
            SampleEnterprise sender,
            CebMessage message,
            Document document,
            Map.Entry<Integer, String> last,
            String waiting,
            Instant at) {
        var head = document.head();
        db.sql("insert into document (id, position, index, enterprise_id, dxp_id, message_type, guid, unique_key,"
                        + " order_no, app_time, status, alive, waiting_for, return_info, received_at, updated_at, content)"
                        + " values (:id, :id, 0, :enterprise, :dxp, :type, :guid, :key, :order, :time, :status, true,"
                        + " :waiting, :info, :at, :at, ''::bytea)")
                .param("id", position)
                .param("enterprise", ids.get(sender))
                .param("dxp", sender.dxpId())
                .param("type", message.type().id())
                .param("guid", head.text("guid"))
                .param("key", document.key(message.type().uniqueKey()))
                .param("order", head.find("orderNo").orElse(""))
                .param("time", head.text("appTime"))
                .param("status", last.getKey())
                .param("waiting", message.type().id().equals("CEB621") ? waiting : "")
                .param("info", last.getValue())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void receipt(
            SampleEnterprise sender,
            CebMessage message,
            Document document,
            Map.Entry<Integer, String> status,
            Instant at) {
        var type = Catalogue.standard().type(message.type().receipt().orElseThrow());
        var entity = Entity.of(type.body().head());
        document.head()
                .forEach((field, value) ->
                        type.body().head().find(field.name()).ifPresent(known -> entity.set(known.name(), value)));
        entity.set("guid", SampleChains.guid(random).toLowerCase(Locale.ROOT));
        entity.set("returnStatus", String.valueOf(status.getKey()));
        entity.set("returnTime", "20261123180000123");
        entity.set("returnInfo", status.getValue());
        var body = MessageWriter.write(new CebMessage(
                type,
                SampleChains.guid(random),
                "1.0",
                List.of(new Document(entity.build(), List.of())),
                Optional.empty(),
                List.of(),
                Optional.empty()));
        db.sql("insert into receipt values (?, ?, ?, ?, ?, ?, 1, ?, ?)")
                .params(
                        ++receipt,
                        sender.dxpId(),
                        ids.get(sender),
                        position,
                        type.id(),
                        String.valueOf(status.getKey()),
                        at.atOffset(ZoneOffset.UTC),
                        body.array())
                .update();
    }

    private void enterprise(SampleEnterprise enterprise) {
        var id = db.sql("insert into enterprise (customs_code, credit_code, name_zh, name_en, created_at)"
                        + " values (?, ?, ?, ?, now()) returning id")
                .params(enterprise.customsCode(), enterprise.creditCode(), enterprise.nameZh(), enterprise.nameEn())
                .query(Long.class)
                .single();
        ids.put(enterprise, id);
        db.sql("insert into channel (enterprise_id, dxp_id, key_digest, created_at) values (?, ?, ?, now())")
                .params(id, enterprise.dxpId(), sha256(enterprise.dxpId().getBytes(StandardCharsets.UTF_8)))
                .update();
    }

    private void person(String login, String name, SampleEnterprise.Role role, String hash) {
        db.sql("insert into person (login, password_hash, display_name, enterprise_id, roles, created_at)"
                        + " values (?, ?, ?, ?, '{DECLARANT}', now())")
                .params(login, hash, name, ids.get(SampleWorld.first(role)))
                .update();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
