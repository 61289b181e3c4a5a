package io.kouan.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.portal.SandboxWorld.Kind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The product started as another port (the invented 澜湾): everything works there, and nothing says Zhuhai any more. */
class SecondPortTest extends RoutesTest {

    private static final Pattern TRACE = Pattern.compile(
            "珠海|拱北|拱跨|横琴|斗门|大桥关区|Zhuhai|Gongbei|Hengqin|Doumen|0756-|020-95198|zheport|(?<![0-9A-F]|(?:plus|minus|加|减) )(5791|5795|5770|5788)(?![0-9A-F])(?! (?:plus|minus|加|减))");

    /** Tables and texts of the whole country, with every port and district in them. */
    private static final Set<String> OF_THE_COUNTRY =
            Set.of("GET /forms/options/{list:[a-z_]+}", "GET /docs/messages/{id}");

    @Autowired
    private FormCatalogue catalogue;

    @BeforeAll
    static void inAProgramOfItsOwn() {
        assumeTrue(PortProfile.current().id().equals("lanwan"), "runs where kouan.port-profile is lanwan");
    }

    @Test
    void noPageInEitherLanguageShowsATraceOfTheFirstPort() {
        var found = new LinkedHashSet<String>();
        int looked = 0;
        for (Route route :
                routes().stream().filter(one -> one.method().equals("GET")).toList()) {
            if (OF_THE_COUNTRY.contains(route.toString())) {
                continue;
            }
            for (Role role : whoMay(route)) {
                for (String language : List.of("zh", "en")) {
                    var answer = perform(
                            request(route, known().own(route), role, owner).param("lang", language));
                    looked++;
                    traces(answer.getResponse().getContentAsByteArray())
                            .forEach(trace -> found.add(route + ": " + trace));
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(looked).isGreaterThan(300);
    }

    @Test
    void nothingThatIsReadFromTheSpecificationSpeaksOfIt() {
        var all = new ArrayList<String>();
        catalogue.forms().forEach(form -> all.add(form.toString()));
        catalogue.roles().forEach(role -> all.add(catalogue.role(role).toString()));
        assertThat(all.stream().flatMap(text -> traces(text.getBytes(StandardCharsets.UTF_8)).stream()))
                .isEmpty();
    }

    @Test
    void itsOfficesDeadlinesAndTelephonesAreItsOwn() {
        var port = PortProfile.current();
        assertThat(catalogue.options("customs_office").find("9912", LocalDate.of(2026, 11, 25)))
                .isPresent();
        assertThat(catalogue.message("ERR_OFFICE").zh()).isEqualTo("主管海关只能选择东堤9911、西屿保税港9912");
        assertThat(port.deadlines())
                .extracting(PortProfile.Deadline::workingDays)
                .containsExactly(2, 15);
        assertThat(catalogue.form("customs_portal_filing").field("berth_no"))
                .as("asked for here and nowhere else")
                .isPresent();
    }

    @Test
    void anInventoryIsDeclaredAtItsOwnOfficeAndReleased() {
        var sent = sandbox().send(sandbox().chain(), Kind.ORDER, Kind.PAYMENT, Kind.WAYBILL, Kind.INVENTORY);

        assertThat(db.sql("select status from document where position = :position")
                        .param("position", sent.at(Kind.INVENTORY))
                        .query(Integer.class)
                        .single())
                .isEqualTo(800);
        assertThat(sent.chain().inventory().head().text("customsCode")).isEqualTo("9911");
    }

    /** Somebody of an enterprise and somebody of the port's staff, where the page is for them. */
    private List<Role> whoMay(Route route) {
        var may = people().stream()
                .filter(role -> route.requires().isEmpty() || allows(route, role))
                .toList();
        return Stream.concat(
                        may.stream().filter(Role::isOfEnterprise).limit(1),
                        may.stream().filter(role -> !role.isOfEnterprise()).limit(1))
                .toList();
    }

    private static List<String> traces(byte[] body) {
        var found = new ArrayList<String>();
        var matcher = TRACE.matcher(new String(body, StandardCharsets.UTF_8));
        while (matcher.find() && found.size() < 3) {
            var text = new String(body, StandardCharsets.UTF_8);
            found.add(text.substring(Math.max(0, matcher.start() - 30), Math.min(text.length(), matcher.end() + 20))
                    .replaceAll("\\s+", " "));
        }
        return found;
    }
}
