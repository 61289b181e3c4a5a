package io.kouan.platform.sandbox;

import io.kouan.ceb.port.PortProfile;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.sample.SampleWorld;
import io.kouan.ceb.signature.Suite;
import io.kouan.platform.accounts.Enterprise;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Enterprises;
import io.kouan.platform.accounts.OfficeScope;
import io.kouan.platform.accounts.People;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.credentials.CardAuthorities;
import io.kouan.platform.credentials.KnownCertificates;
import io.kouan.platform.credentials.PortKeys;
import io.kouan.platform.licence.LicenceKey;
import io.kouan.platform.port.Home;
import io.kouan.platform.transmission.AddressBlock;
import io.kouan.platform.transmission.ApiKey;
import io.kouan.platform.transmission.BusinessType;
import io.kouan.platform.transmission.BusinessTypes;
import io.kouan.platform.transmission.Channels;
import io.kouan.platform.transmission.InterfaceAccesses;
import io.kouan.platform.transmission.Realm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills an empty sandbox. The file with the keys is written last: where it is missing, an earlier start was interrupted, and
 * everything is done again with the keys that are there already.
 */
@Component
@ConditionalOnProperty(name = "kouan.sandbox", havingValue = "true", matchIfMissing = true)
class FirstStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    /** A desk of an authority, with somebody at it. */
    private record Officer(String login, String name, Role role) {}

    private static final List<Officer> OFFICERS = List.of(
            new Officer("commerce", "沙箱商务备案员", Role.MOFCOM_REVIEWER),
            new Officer("registrar", "沙箱海关注册员", Role.CUS_REG_REVIEWER),
            new Officer("window", "沙箱海关窗口员", Role.CUS_WINDOW_CLERK),
            new Officer("datacentre", "沙箱数据中心传输员", Role.DC_TRANSMISSION),
            new Officer("datacentre2", "沙箱数据中心复核员", Role.DC_TRANSMISSION),
            new Officer("service", "沙箱客服甲", Role.CS_AGENT),
            new Officer("service2", "沙箱客服乙", Role.CS_AGENT),
            new Officer("supervisor", "沙箱客服主管", Role.CS_SUPERVISOR),
            new Officer("cards", "沙箱制卡窗口员", Role.DSC_CLERK),
            new Officer("security", "沙箱安全管理员甲", Role.SEC_ADMIN),
            new Officer("security2", "沙箱安全管理员乙", Role.SEC_ADMIN),
            new Officer("auditor", "沙箱审计管理员", Role.AUDITOR),
            new Officer("editor", "沙箱内容编辑", Role.CONTENT_EDITOR),
            new Officer("publisher", "沙箱内容发布员", Role.CONTENT_PUBLISHER),
            new Officer("system1", "沙箱系统管理员甲", Role.SYS_ADMIN),
            new Officer("system2", "沙箱系统管理员乙", Role.SYS_ADMIN));

    private final Home home;
    private final Enterprises enterprises;
    private final EnterpriseProfiles profiles;
    private final Channels channels;
    private final InterfaceAccesses accesses;
    private final BusinessTypes businessTypes;
    private final KnownCertificates certificates;
    private final PortKeys portKeys;
    private final LicenceKey licences;
    private final CardAuthorities authorities;
    private final DemoCards cards;
    private final People people;
    private final PasswordEncoder passwords;
    private final JsonMapper json;
    private final Clock clock;
    private final String baseUrl;
    private final List<AddressBlock> addresses;
    private final SecureRandom random = new SecureRandom();

    FirstStart(
            Home home,
            Enterprises enterprises,
            EnterpriseProfiles profiles,
            Channels channels,
            InterfaceAccesses accesses,
            BusinessTypes businessTypes,
            KnownCertificates certificates,
            PortKeys portKeys,
            LicenceKey licences,
            CardAuthorities authorities,
            DemoCards cards,
            People people,
            PasswordEncoder passwords,
            JsonMapper json,
            Clock clock,
            @Value("http://localhost:${server.port:8080}") String baseUrl,
            @Value("${kouan.sandbox.addresses:127.0.0.0/8,::1}") List<String> addresses) {
        this.home = home;
        this.enterprises = enterprises;
        this.profiles = profiles;
        this.channels = channels;
        this.accesses = accesses;
        this.businessTypes = businessTypes;
        this.certificates = certificates;
        this.portKeys = portKeys;
        this.licences = licences;
        this.authorities = authorities;
        this.cards = cards;
        this.people = people;
        this.passwords = passwords;
        this.json = json;
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.addresses = addresses.stream().map(AddressBlock::parse).toList();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        sealingKeys();
        licenceKey();
        Path file = home.resolve("sandbox/sandbox.json");
        boolean staffed =
                people.find("ciq485500").isPresent() && people.find("system2").isPresent();
        if (Files.exists(file) && staffed && cards.areDrawn()) {
            return;
        }
        var keys = new SandboxKeys(home, random, clock.instant());
        var drawn = new ArrayList<SandboxFile.Enterprise>();
        var accounts = new ArrayList<SandboxFile.Account>();
        for (SampleEnterprise enterprise : SampleWorld.enterprises()) {
            long id = register(enterprise);
            drawn.add(equip(enterprise, id, keys, drawn.size() + 1));
            accounts.add(account(
                    login(enterprise, accounts),
                    enterprise.nameZh(),
                    Optional.of(id),
                    Role.DECLARANT,
                    enterprise.customsCode()));
        }
        accounts.add(account("operator", "口岸值班员", Optional.empty(), Role.PORT_OPERATOR, ""));
        for (Officer officer : OFFICERS) {
            accounts.add(account(officer.login(), officer.name(), Optional.empty(), officer.role(), ""));
        }
        accounts.addAll(filers());
        accounts.addAll(reviewers());
        Home.writePrivately(
                file,
                json.writerWithDefaultPrettyPrinter()
                        .writeValueAsBytes(new SandboxFile(baseUrl, drawn, accounts, cards.draw())));
        LOG.info("event=sandbox-ready enterprises={} people={}", drawn.size(), accounts.size());
    }

    /** Also for a sandbox of an earlier version, which had none. */
    private void sealingKeys() {
        for (Suite suite : Suite.values()) {
            if (portKeys.find(suite).isEmpty()) {
                var keys = new SandboxKeys(home, random, clock.instant());
                portKeys.keep(keys.sealingKey(authorities.of(suite)));
                LOG.info("event=port-key-made suite={}", suite);
            }
        }
    }

    /** Also for a sandbox of an earlier version, which had none. */
    private void licenceKey() {
        if (licences.find().isEmpty()) {
            var keys = new SandboxKeys(home, random, clock.instant());
            licences.keep(keys.licenceKey(authorities.of(Suite.SM2_SM3)));
            LOG.info("event=licence-key-made");
        }
    }

    /** The merchant's people at the two entries (报关入口, 报检入口), named as the local filing would name them, and at the service desk. */
    private List<SandboxFile.Account> filers() {
        var merchant = SampleWorld.first(SampleEnterprise.Role.MERCHANT);
        var code = merchant.customsCode();
        var id = profiles.holderOf(code);
        return List.of(
                account("bg" + code, "沙箱报关经办人", id, Role.KJ_CUS_USER, code),
                account("bj" + code, "沙箱报检经办人", id, Role.KJ_CIQ_USER, code),
                account("kf" + code, "沙箱工单经办人", id, Role.CS_USER, code));
    }

    /** A reviewer at each office of the port. */
    private List<SandboxFile.Account> reviewers() {
        var port = PortProfile.current();
        var seated = new ArrayList<SandboxFile.Account>();
        port.customsOffices()
                .forEach(office -> seated.add(reviewer(
                        "cus" + office.code(),
                        office.nameZh() + "沙箱审核员",
                        Role.CUS_OFFICE_REVIEWER,
                        new OfficeScope(office.code(), ""))));
        port.inspectionOffices()
                .forEach(office -> seated.add(reviewer(
                        "ciq" + office.code(),
                        office.nameZh() + "沙箱检验检疫审核员",
                        Role.INSP_ORG_REVIEWER,
                        new OfficeScope("", office.code()))));
        return seated;
    }

    private SandboxFile.Account reviewer(String login, String name, Role role, OfficeScope office) {
        var account = account(login, name, Optional.empty(), role, "");
        people.seat(login, office);
        return new SandboxFile.Account(
                account.login(),
                account.password(),
                account.role(),
                "",
                office.of(role).orElse(""));
    }

    private long register(SampleEnterprise enterprise) {
        long id = enterprises.register(new Enterprise(
                enterprise.customsCode(),
                enterprise.creditCode(),
                enterprise.nameZh(),
                enterprise.nameEn(),
                Set.of(Enterprise.Role.valueOf(enterprise.role().name()))));
        profiles.verifyCustomsCode(id, "sandbox");
        return id;
    }

    private SandboxFile.Enterprise equip(SampleEnterprise enterprise, long id, SandboxKeys keys, int number) {
        Suite suite = enterprise.suite();
        var key = keys.key(enterprise, authorities.of(suite), number);
        certificates.add(id, key.certificate());
        var apiKey = ApiKey.random(random);
        channels.open(enterprise.dxpId(), id, apiKey);
        // the invented enterprises send from this machine; their lists say so as everybody's do
        accesses.goLive(enterprise.dxpId(), addresses);
        for (Realm realm : Realm.values()) {
            businessTypes.open(id, realm, BusinessType.all(), "", "system");
        }
        return new SandboxFile.Enterprise(
                enterprise.customsCode(),
                enterprise.creditCode(),
                enterprise.nameZh(),
                enterprise.nameEn(),
                List.of(enterprise.role().name()),
                enterprise.dxpId(),
                apiKey.text(),
                suite.name(),
                SandboxKeys.fileName(enterprise),
                SandboxKeys.PIN);
    }

    /** The role in small letters; a second enterprise in the same role gets a number. */
    private static String login(SampleEnterprise enterprise, List<SandboxFile.Account> taken) {
        var role = enterprise.role().name().toLowerCase(Locale.ROOT);
        long same = taken.stream()
                .filter(account -> account.login().startsWith(role))
                .count();
        return same == 0 ? role : role + (same + 1);
    }

    private SandboxFile.Account account(
            String login, String name, Optional<Long> enterprise, Role role, String customsCode) {
        var password = password();
        var roles = role == Role.DECLARANT ? Set.of(role, Role.ENT_ADMIN) : Set.of(role);
        people.register(login, passwords.encode(password), name, enterprise, roles);
        return new SandboxFile.Account(login, password, role.name(), customsCode, "");
    }

    private String password() {
        var bytes = new byte[9];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
