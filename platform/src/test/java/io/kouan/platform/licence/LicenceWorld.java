package io.kouan.platform.licence;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.certificate.SandboxAuthority;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.SoftwareKey;
import io.kouan.client.activation.Computer;
import io.kouan.client.activation.Installed;
import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.credentials.KnownCertificates;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormAttachments;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.transmission.ApiKey;
import io.kouan.platform.transmission.Channels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** An enterprise with a licence, a card, a user of the service desk, and as many computers as it likes. */
public final class LicenceWorld {

    public static final String PASSWORD = "Kouan-4711-hai";

    public static final TestPort PORT = TestPort.shared();
    public static final Actor AGENT = TestEnterprise.officer("lic-agent", Role.CS_AGENT);
    public static final Actor SUPERVISOR = TestEnterprise.officer("lic-supervisor", Role.CS_SUPERVISOR);

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SandboxAuthority AUTHORITY =
            SandboxAuthority.create(true, Instant.now().minusSeconds(120), RANDOM);
    /** Behind those of the sandbox's own cards. */
    private static final int FIRST_CARD = 3_000_000 + RANDOM.nextInt(1_000_000);

    final TestEnterprise company = TestEnterprise.of(PORT);
    public final Actor user;
    final SoftwareKey card;
    public final String licence;

    public LicenceWorld() {
        int number = NEXT.incrementAndGet();
        var code = "440416L%03d".formatted(number);
        var profiles = PORT.bean(io.kouan.platform.accounts.EnterpriseProfiles.class);
        profiles.enterCustomsCode(company.id(), code);
        profiles.verifyCustomsCode(company.id(), "test");
        var dxpId = "DXPENT%010d".formatted(6_000_000 + company.id());
        PORT.bean(Channels.class).open(dxpId, company.id(), ApiKey.random(RANDOM));
        user = new Actor("lic" + company.id(), "张海", OptionalLong.of(company.id()), Set.of(Role.CS_USER), "none");
        PORT.bean(People.class)
                .register(
                        user.login(),
                        PORT.bean(PasswordEncoder.class).encode(PASSWORD),
                        user.name(),
                        Optional.of(company.id()),
                        user.roles());
        if (PORT.bean(People.class).find(AGENT.login()).isEmpty()) {
            PORT.bean(People.class).register(AGENT.login(), "-", AGENT.name(), Optional.empty(), AGENT.roles());
        }
        card = card(FIRST_CARD + number);
        PORT.bean(KnownCertificates.class).add(company.id(), card.certificate());
        licence = inTransaction(() -> {
            var drawn = PORT.bean(Licences.class).draw(company.id(), dxpId);
            PORT.bean(Licences.class).issue(drawn, AGENT);
            return drawn;
        });
    }

    private static <T> T inTransaction(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(PORT.bean(TransactionTemplate.class).execute(status -> work.get()));
    }

    private SoftwareKey card(int number) {
        var keys = AUTHORITY.newKeys();
        var from = Instant.now().minusSeconds(60);
        return new SoftwareKey(
                keys.getPrivate(),
                AUTHORITY.issue(
                        new SandboxAuthority.Subject(company.name(), company.creditCode(), "测试人"),
                        keys.getPublic(),
                        number,
                        from,
                        from.plus(Duration.ofDays(3650))));
    }

    /** The client as it lies on one of the enterprise's computers, with the licence taken in. */
    Installed client(Path folder, String computer) {
        var client = new Installed(folder.resolve(computer), Computer.of(computer, "Windows 11"));
        client.trust(PORT.bean(LicenceKey.class).key().certificate());
        assertThat(client.take(PORT.bean(Licences.class).file(licence).orElseThrow(), Instant.now()))
                .isEmpty();
        return client;
    }

    /** The file that the client on this computer writes. */
    public Bytes asks(Path folder, String computer) {
        var client = client(folder, computer);
        return client.request(client.licence().orElseThrow(), card, "UKEY", "0.1.0", Instant.now());
    }

    /** A request with everything filled in but the file. */
    public FormRecord begun(String reason) {
        return company.fill(
                company.begin(ActivationForm.ID, user),
                new Answers(
                        Map.of(
                                "licence_no",
                                licence,
                                "reason",
                                reason,
                                "contact_name",
                                "张海",
                                "contact_mobile",
                                "13800138000"),
                        Map.of()),
                user);
    }

    public List<Fault> put(FormRecord record, String slot, String name, Bytes file, Actor actor) {
        try {
            return PORT.bean(FormAttachments.class)
                    .put(record, slot, name, new ByteArrayInputStream(file.array()), actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome submit(String reason, Bytes file) {
        var record = begun(reason);
        assertThat(put(record, ActivationForm.FILE, "client.req", file, user)).isEmpty();
        return company.take(record, "submit", Decision.plain(), user);
    }

    /** A request that was handed in, as it stands after its ticket was opened. */
    public FormRecord submitted(String reason, Bytes file) {
        return now(TestEnterprise.done(submit(reason, file)));
    }

    public FormRecord activated(String reason, Bytes file) {
        return TestEnterprise.done(company.take(submitted(reason, file), "issue", Decision.plain(), AGENT));
    }

    static FormRecord now(FormRecord record) {
        return PORT.bean(FormRecords.class).find(record.id()).orElseThrow();
    }

    public FormRecord ticket(FormRecord request) {
        return PORT.bean(FormRecords.class)
                .numbered(ActivationForm.ticket(now(request)))
                .orElseThrow();
    }

    static List<String> told(String login) {
        return PORT.db()
                .sql(
                        "select kind from notification join inbox_entry on notification_id = id where login = :login order by id")
                .param("login", login)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
