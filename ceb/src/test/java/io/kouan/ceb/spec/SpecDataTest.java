package io.kouan.ceb.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.catalogue.CodeTables;
import io.kouan.ceb.finding.FindingText;
import io.kouan.ceb.finding.FindingTexts;
import io.kouan.ceb.port.PortProfile;
import io.kouan.ceb.sample.SampleEnterprise;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import io.kouan.ceb.sample.SampleWorld;
import io.kouan.ceb.signature.Suite;
import io.kouan.ceb.tax.Tariff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecDataTest {

    private static final Path FOLDER = Path.of("..", "spec", "src", "main", "resources", "kouan");

    static Stream<String> files() {
        try (var files = Files.walk(FOLDER)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void somebodyReadsEveryFileAndUnderstandsIt(String path) {
        var name = path.substring(path.indexOf('/') + 1, path.lastIndexOf('.'));
        switch (path.substring(0, path.indexOf('/'))) {
            case "messages" ->
                assertThat(Set.of("_common", "_remarks_zh").contains(name)
                                || Catalogue.standard().find(name).isPresent())
                        .as("a type of the catalogue")
                        .isTrue();
            case "codes" -> {
                assertThat(CodeTables.named(name).all()).isNotEmpty();
                everyRowIsComplete(path);
            }
            case "tariff" -> everyRowIsComplete(path);
            case "findings", "receipts" -> listed(path, name);
            case "ports" -> assertThat(PortProfile.named(name).id()).isEqualTo(name);
            // the server reads them strictly, and its tests say so
            case "forms", "calendar", "roles", "notifications", "documents", "handbook", "portal" ->
                assertThat(new SpecFile(path).yaml().isMap()).as("a map").isTrue();
            case "sandbox" ->
                assertThat(List.of("zhuhai", "lanwan", "goods", "content", "newcomer", "agent", "guide"))
                        .contains(name);
            case "vectors" -> assertThat(new SpecFile(path).text()).contains("</");
            default -> throw new AssertionError("nobody reads " + path);
        }
    }

    @Test
    void aKeyThatNobodyReadsIsRefused() {
        var node = new SpecNode("some.yaml", Map.of("code", "1", "coed", "2"));

        assertThatThrownBy(() -> node.only(Set.of("code")))
                .isInstanceOf(BadSpecification.class)
                .hasMessageContaining("some.yaml")
                .hasMessageContaining("coed");
        assertThatThrownBy(() -> node.at("name")).isInstanceOf(BadSpecification.class);
        assertThatThrownBy(() -> new SpecFile("messages/CEB999.yaml").yaml()).isInstanceOf(BadSpecification.class);
    }

    @Test
    void findingsNameRulesReceiptsAndNetworkCodesThatExist() {
        for (FindingText text : FindingTexts.all()) {
            assertThat(text.rule()).as(text.code()).matches("(R-\\d{3})?");
            text.dxp()
                    .ifPresent(code -> assertThat(CodeTables.named("dxp-error").contains(code))
                            .as(text.code())
                            .isTrue());
        }
    }

    @Test
    void theTariffHasRealUnitsAndPossibleRates() {
        var codes = rows("tariff/tariff-sample.csv").stream()
                .skip(1)
                .map(row -> row.getField(0))
                .toList();

        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("\\d{10}"));
        for (String code : codes) {
            var item = Tariff.sample().find(code).orElseThrow();
            assertThat(isUnit(item.unit1())).as(code).isTrue();
            assertThat(item.unit2().isEmpty() || isUnit(item.unit2())).as(code).isTrue();
            assertThat(item.vat()).as(code).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            assertThat(item.consumption()).as(code).isBetween(BigDecimal.ZERO, new BigDecimal("0.6"));
        }
    }

    @Test
    void theInventedEnterprisesAreFormallyRightAndEachRoleIsThere() {
        var all = SampleWorld.enterprises();

        assertThat(all).extracting(SampleEnterprise::role).contains(Role.values());
        assertThat(SampleWorld.byRole(Role.AGENT))
                .extracting(SampleEnterprise::suite)
                .contains(Suite.values());
        for (SampleEnterprise one : all) {
            assertThat(one.customsCode()).as("a range of its own").matches("440499\\d{4}");
            assertThat(one.dxpId()).matches("DXPENT\\d{10}");
            assertThat(checkSum(one.creditCode())).as(one.creditCode()).isZero();
            assertThat(one.nameZh()).contains("沙箱");
            assertThat(one.nameEn()).contains("Sandbox");
        }
        assertThat(all).extracting(SampleEnterprise::customsCode).doesNotHaveDuplicates();
        assertThat(all).extracting(SampleEnterprise::creditCode).doesNotHaveDuplicates();
        assertThat(all).extracting(SampleEnterprise::dxpId).doesNotHaveDuplicates();
    }

    @Test
    void theInventedGoodsStandInTheTariffAndComeFromAbroad() {
        for (SpecNode goods : new SpecFile("sandbox/goods.yaml").yaml().list("goods")) {
            assertThat(Tariff.sample().find(goods.text("hs_code")))
                    .as(goods.where())
                    .isPresent();
            assertThat(isUnit(goods.text("unit"))).as(goods.where()).isTrue();
            assertThat(CodeTables.named("country").contains(goods.text("origin")))
                    .as(goods.where())
                    .isTrue();
            assertThat(goods.text("origin")).isNotEqualTo("142");
            assertThat(new BigDecimal(goods.text("gross"))).isGreaterThan(new BigDecimal(goods.text("kilograms")));
        }
    }

    private static boolean isUnit(String code) {
        return CodeTables.named("unit").contains(code);
    }

    /** GB 32100 the other way round: with its check character the weighted sum is nothing, modulo 31. */
    private static int checkSum(String creditCode) {
        int sum = 0;
        int weight = 1;
        for (char c : creditCode.substring(0, 17).toCharArray()) {
            sum += "0123456789ABCDEFGHJKLMNPQRTUWXY".indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return (sum + "0123456789ABCDEFGHJKLMNPQRTUWXY".indexOf(creditCode.charAt(17))) % 31;
    }

    private static void everyRowIsComplete(String path) {
        var rows = rows(path);
        assertThat(rows.stream().map(CsvRecord::getFieldCount).collect(Collectors.toSet()))
                .as("as many fields in each row as in the first")
                .hasSize(1);
    }

    private static List<CsvRecord> rows(String path) {
        return CsvReader.builder().ofCsvRecord(new SpecFile(path).text()).stream()
                .toList();
    }

    /** A file that no index lists would be read by nobody; blocks of receipts and sources are asked for by name. */
    private static void listed(String path, String name) {
        if (name.equals("index")
                || Set.of("receipts/blocks.yaml", "findings/sources.yaml").contains(path)) {
            return;
        }
        var index = new SpecFile(path.substring(0, path.indexOf('/')) + "/index.yaml").yaml();
        assertThat(index.only(Set.of("files")).list("files"))
                .extracting(SpecNode::text)
                .contains(name + ".yaml");
    }
}
