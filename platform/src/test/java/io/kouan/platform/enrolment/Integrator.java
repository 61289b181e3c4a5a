package io.kouan.platform.enrolment;

import io.kouan.ceb.certificate.Certificates;
import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.envelope.Sealing;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.ceb.signature.Suite;
import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestMessages;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.credentials.CardAuthorities;
import io.kouan.platform.credentials.KnownCertificates;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.transmission.DxpUsers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.security.crypto.password.PasswordEncoder;

/** An enterprise that connects by interface: with a DXP ID, a certificate and somebody at the customer service platform. */
public final class Integrator {

    public
    /** Its sandbox lies elsewhere, so that an address which is not on the list is refused here as it would be anywhere. */
    static final TestPort PORT = TestPort.start("--kouan.sandbox.addresses=192.0.2.0/24");
    public static final String PASSWORD = "Kouan-2026";
    public static final Actor AGENT = TestEnterprise.officer("jk-agent", Role.CS_AGENT);
    static final Actor CENTRE = TestEnterprise.officer("jk-centre", Role.DC_TRANSMISSION);
    private static final Actor CENTRE_TOO = TestEnterprise.officer("jk-centre2", Role.DC_TRANSMISSION);

    public final TestEnterprise enterprise = TestEnterprise.of(PORT);
    public final Actor user =
            new Actor("jk" + enterprise.id(), "陈桥", OptionalLong.of(enterprise.id()), Set.of(Role.CS_USER), "none");
    final SampleEnterprise sender;
    private final SoftwareKey key;

    public Integrator() {
        var customsCode = enterprise.customsCode();
        var dxpId = "DXPENT" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
        sender = new SampleEnterprise(
                SampleEnterprise.Role.MERCHANT,
                customsCode,
                enterprise.creditCode(),
                dxpId,
                Suite.SM2_SM3,
                enterprise.name(),
                "Test Integrator");
        PORT.bean(People.class)
                .register(
                        user.login(),
                        PORT.bean(PasswordEncoder.class).encode(PASSWORD),
                        user.name(),
                        Optional.of(enterprise.id()),
                        user.roles());
        PORT.bean(DxpUsers.class).enter(dxpId, enterprise.id(), "GD2026112300009", "", CENTRE);
        PORT.bean(DxpUsers.class).check(dxpId, 1, CENTRE_TOO);
        key = certified();
    }

    private SoftwareKey certified() {
        var authority = PORT.bean(CardAuthorities.class).of(Suite.SM2_SM3);
        var pair = authority.newKeys();
        var subject = new SandboxAuthority.Subject(enterprise.name(), enterprise.creditCode(), "陈桥");
        var now = Instant.now();
        int number = ThreadLocalRandom.current().nextInt(100_000, 900_000);
        var certificate = authority.issue(
                subject, pair.getPublic(), number, now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofDays(30)));
        PORT.bean(KnownCertificates.class).add(enterprise.id(), certificate);
        return new SoftwareKey(pair.getPrivate(), certificate);
    }

    static Answers answers(String... addresses) {
        var values = new HashMap<String, String>();
        values.put("encryption_means", "HSM");
        values.put("encryption_statement", "true");
        values.put("ca_cert_serial", "0A1B2C3D4E5F");
        values.put("document_kinds", "ORDER,INVENTORY");
        values.put("peak_per_hour", "3500");
        values.put("tech_contact_name", "陈桥");
        values.put("tech_contact_mobile", "13800138001");
        values.put("tech_contact_email", "tech@example.com");
        return new Answers(
                values,
                Map.of(
                        "addresses",
                        java.util.Arrays.stream(addresses)
                                .map(address -> Map.of("source_ip", address))
                                .toList()));
    }

    FormRecord begun() {
        return enterprise.begin(Enrolments.FORM, user);
    }

    FormRecord submitted() {
        var record = enterprise.fill(begun(), answers("203.0.113.8", "198.51.100.0/24"), user);
        return TestEnterprise.done(enterprise.take(record, "submit", Decision.plain(), user));
    }

    /** With its test channel open. */
    public FormRecord testing() {
        return TestEnterprise.done(enterprise.take(submitted(), "start_test", Decision.plain(), AGENT));
    }

    String state(FormRecord record) {
        return PORT.bean(FormRecords.class).find(record.id()).orElseThrow().state();
    }

    public CebMessage order() {
        return TestMessages.order(sender);
    }

    public Bytes signed(CebMessage message) {
        return TestMessages.signed(message, key);
    }

    public SoftwareKey signer() {
        return key;
    }

    public static HttpResponse<String> sealed(String apiKey, Bytes message) {
        return send(apiKey, Sealing.seal(message, portCertificate()), "application/pkcs7-mime");
    }

    public static HttpResponse<String> open(String apiKey, Bytes message) {
        return send(apiKey, message, "application/xml");
    }

    private static HttpResponse<String> send(String apiKey, Bytes body, String contentType) {
        return PORT.exchange(PORT.request("/api/v1/messages", apiKey)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.array()))
                .build());
    }

    static HttpResponse<String> get(String apiKey, String path) {
        return PORT.exchange(PORT.request(path, apiKey).build());
    }

    private static java.security.cert.X509Certificate portCertificate() {
        var answer = get("nobody", "/api/v1/port/certificate?suite=SM2");
        var text = answer.body().replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return Certificates.parse(Bytes.of(Base64.getDecoder().decode(text))).orElseThrow();
    }

    /** Which notifications went to its user, by kind. */
    List<String> told() {
        return PORT.db()
                .sql("""
                        select kind from notification join inbox_entry on notification_id = id
                         where login = :login order by id
                        """)
                .param("login", user.login())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
