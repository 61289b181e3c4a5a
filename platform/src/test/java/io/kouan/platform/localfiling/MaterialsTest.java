package io.kouan.platform.localfiling;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.documents.Format;
import io.kouan.platform.documents.PdfPages;
import io.kouan.platform.documents.Printed;
import io.kouan.platform.documents.Prints;
import io.kouan.platform.forms.Decision;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.Outcome;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.Test;

/** The three forms of the local filing: filled in beforehand, checked, printed, written as the file that the data centre wants. */
class MaterialsTest {

    private static final TestPort PORT = TestPort.shared();

    private final FormCatalogue catalogue = FormCatalogue.read(PortProfile.current());
    private final DxpUserSheet sheets = new DxpUserSheet(catalogue);
    private final MaterialWorld world = new MaterialWorld(PORT);

    @Test
    void theFormsBeginWithWhatTheEnterpriseHasSaidBefore() {
        world.remember(Map.of("registered_address", "珠海市拱北测试路8号", "legal_rep_name", "王港"));

        var access = world.company.begin(Material.UNIFIED_ACCESS.form(), world.user());
        assertThat(access.answers().fields())
                .containsEntry("enterprise_name_zh", world.company.name())
                .containsEntry("uscc", world.company.creditCode())
                .containsEntry("customs_code", world.customsCode)
                .containsEntry("address", "珠海市拱北测试路8号")
                .containsEntry("legal_rep_name", "王港")
                .containsEntry("transmission_mode", "CLIENT")
                .containsEntry("sign_date", world.today.toString());

        world.company.fill(access, new Answers(world.answers(Material.UNIFIED_ACCESS), Map.of()), world.user());
        var power = world.company.begin(Material.POWER_OF_ATTORNEY.form(), world.user());
        assertThat(power.answers().fields())
                .containsEntry("agent_name", "张海")
                .containsEntry("agent_id_no", MaterialWorld.P1)
                .containsEntry("agent_mobile", "13800138000")
                .doesNotContainKey("valid_to");
        var dxpUser = world.company.begin(Material.DXP_USER.form(), world.user());
        assertThat(dxpUser.answers().fields())
                .containsEntry("contact_email", "office@example.com")
                .containsEntry("customs_office", "5791")
                .containsEntry("daily_volume", "500")
                .doesNotContainKey("undertaking");
    }

    @Test
    void h095theProductWritesTheExcelFile() throws IOException {
        var print = written(Material.DXP_USER, "DOC-05", Format.XLS);

        assertThat(print.fileName()).isEqualTo(world.company.name() + "+电子口岸数据交换平台用户申请表.xls");
        assertThat(Arrays.copyOf(print.content(), 4)).containsExactly(0xD0, 0xCF, 0x11, 0xE0);
        var cells = cells(print.content());
        var form = catalogue.form(Material.DXP_USER.form());
        form.fields()
                .forEach(field -> assertThat(cells).containsKey(field.label().zh() + (field.starred() ? " *" : "")));
        assertThat(cells)
                .containsEntry("用户名称（企业全称） *", world.company.name())
                .containsEntry("海关十位编码 *", world.customsCode)
                .containsEntry("传输方式 *", "客户端")
                .containsEntry("进出口类型 *", "进口、出口")
                .containsEntry("应用系统名称 *", "跨境电商统一版");
        form.section("data_centre")
                .orElseThrow()
                .fields()
                .forEach(field -> assertThat(cells).containsEntry(field.label().zh(), ""));

        var read = sheets.read(print.content(), world.today).orElseThrow();
        assertThat(read.fields())
                .containsAllEntriesOf(world.answers(Material.DXP_USER))
                .containsEntry("apply_kind", "NEW")
                .doesNotContainKey("dxp_id");
    }

    @Test
    void h096theStarredPartsThatAreMissingAreNamedTogether() {
        var record = world.draft(Material.DXP_USER, Map.of("cert_serial", "", "contact_mobile", ""));

        var outcome = (Outcome.Refused) world.complete(record);

        assertThat(outcome.faults())
                .filteredOn(fault -> fault.message().equals("ERR_STARRED"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.values()).containsEntry("items", "手机、证书序列号"));
    }

    @Test
    void h096theSameIsFoundInAnUploadedFile() throws IOException {
        var around = PORT.bean(Forms.class)
                .around(world.company.begin(Material.DXP_USER.form(), world.user()), world.user());
        var file = written(Material.DXP_USER, "DOC-05", Format.XLS).content();

        assertThat(sheets.faults("kjds_001", file, around)).isEmpty();
        assertThat(sheets.faults("kjds_001", without(file, "证书序列号 *", "手机 *"), around))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.message()).isEqualTo("ERR_STARRED");
                    assertThat(fault.place()).isEqualTo("kjds_001");
                    assertThat(fault.values()).containsEntry("items", "手机、证书序列号");
                });
    }

    @Test
    void aFileThatIsNoWorkbookIsToldAndNotThrown() throws IOException {
        var file = written(Material.DXP_USER, "DOC-05", Format.XLS).content();
        var broken = file.clone();
        Arrays.fill(broken, 512, Math.min(broken.length, 2048), (byte) 0xFF);

        assertThat(sheets.read(new byte[0], world.today)).isEmpty();
        assertThat(sheets.read(Arrays.copyOf(file, file.length / 3), world.today))
                .isEmpty();
        assertThat(sheets.read(broken, world.today)).isEmpty();
        assertThat(sheets.read(new byte[4 * 1024 * 1024], world.today)).isEmpty();
    }

    @Test
    void numbersDaysAndFormulasInAnUploadedFileAreReadAndNothingIsEvaluated() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            var sheet = book.createSheet();
            var first = sheet.createRow(3);
            first.createCell(0).setCellValue("＊ 手 机");
            first.createCell(2).setCellValue(13800138000d);
            first.createCell(3).setCellValue("预计日均业务量(票)*");
            first.createCell(4).setCellValue(500);
            var second = sheet.createRow(4);
            second.createCell(0).setCellValue("备注");
            second.createCell(1).setCellFormula("1/0");
            var third = sheet.createRow(5);
            third.createCell(0).setCellValue("交换单证*");
            third.createCell(1).setCellValue("订单、清单；不知道");
            book.write(bytes);
        }

        assertThat(sheets.read(bytes.toByteArray(), world.today).orElseThrow().fields())
                .containsEntry("contact_mobile", "13800138000")
                .containsEntry("daily_volume", "500")
                .containsEntry("document_kinds", "ORDER,INVENTORY,不知道")
                .containsEntry("remark", "0");
    }

    @Test
    void h097theContactIsTheAuthorisedPerson() {
        world.completed(Material.POWER_OF_ATTORNEY);
        var access =
                world.draft(Material.UNIFIED_ACCESS, Map.of("contact_name", "李洋", "contact_id_no", MaterialWorld.P4));

        assertThat(refused(world.complete(access))).isNotEmpty().containsOnly("ERR_CONTACT_NOT_AUTHORISED");
    }

    @Test
    void h098theSameNameWithAnotherNumberIsAnotherPerson() {
        world.completed(Material.POWER_OF_ATTORNEY);
        var access = world.draft(Material.UNIFIED_ACCESS, Map.of("contact_id_no", MaterialWorld.P4));

        assertThat(refused(world.complete(access))).containsExactly("ERR_CONTACT_NOT_AUTHORISED");
    }

    @Test
    void h100aPowerThatHasEndedIsNoPower() {
        var ended = world.draft(
                Material.POWER_OF_ATTORNEY,
                Map.of(
                        "valid_from", world.today.minusYears(1).toString(),
                        "valid_to", world.today.minusDays(1).toString()));
        assertThat(refused(world.complete(ended))).containsExactly("ERR_DATE_ORDER");

        var backwards = world.draft(
                Material.POWER_OF_ATTORNEY,
                Map.of(
                        "valid_from", world.today.plusDays(9).toString(),
                        "valid_to", world.today.plusDays(8).toString()));
        assertThat(refused(world.complete(backwards))).containsExactly("ERR_DATE_ORDER");
    }

    @Test
    void whatIsPrintedIsReadyToBeSignedAndSealed() throws IOException {
        var access = PdfPages.text(
                written(Material.UNIFIED_ACCESS, "DOC-06", Format.PDF).content());
        assertThat(access)
                .contains("跨境电商统一版企业接入申请表", world.company.name(), world.customsCode)
                .contains("直购（9610）、保税（1210）", "进口、出口", "张海", MaterialWorld.P1)
                .contains("法定代表人签字", "（公章）")
                .doesNotContain("草稿");
        var power = PdfPages.text(
                written(Material.POWER_OF_ATTORNEY, "DOC-07", Format.PDF).content());
        assertThat(power)
                .contains("委托书", world.company.name(), "张海", MaterialWorld.P1)
                .contains("办理珠海跨境电商本地备案", "有无转委托权")
                .contains("法定代表人签字", "被委托人签字", "（公章）");
        PdfPages.draw(
                "DOC-06", written(Material.UNIFIED_ACCESS, "DOC-06", Format.PDF).content());
        PdfPages.draw(
                "DOC-07",
                written(Material.POWER_OF_ATTORNEY, "DOC-07", Format.PDF).content());
        keep("DOC-05.xls", written(Material.DXP_USER, "DOC-05", Format.XLS).content());
    }

    @Test
    void aFormIsPrintedOnlyOnceItIsComplete() {
        var draft = world.draft(Material.POWER_OF_ATTORNEY, Map.of());
        assertThat(print(draft, "DOC-07", Format.PDF))
                .isInstanceOfSatisfying(
                        Printed.Refused.class,
                        refused -> assertThat(refused.fault().message()).isEqualTo("ERR_STATE"));

        var ready = done(world.complete(draft));
        assertThat(print(ready, "DOC-07", Format.PDF)).isInstanceOf(Printed.Done.class);
        var again = done(world.company.take(ready, "change", Decision.plain(), world.user()));
        assertThat(print(again, "DOC-07", Format.PDF)).isInstanceOf(Printed.Refused.class);
    }

    @Test
    void anotherEnterpriseSeesNothingOfIt() {
        var ready = world.completed(Material.POWER_OF_ATTORNEY);
        var stranger = new MaterialWorld(PORT).user();

        assertThat(PORT.bean(Forms.class).find(ready.id(), stranger)).isEmpty();
        assertThat(PORT.bean(Prints.class).print("DOC-07", ready.id(), Format.PDF, "http://localhost/verify", stranger))
                .isInstanceOf(Printed.Refused.class);
        assertThat(TestEnterprise.refused(world.company.take(ready, "change", Decision.plain(), stranger)))
                .containsExactly("ERR_FORBIDDEN");
    }

    private Printed.Done written(Material material, String document, Format format) {
        return (Printed.Done) print(done(world.complete(world.draft(material, Map.of()))), document, format);
    }

    private Printed print(FormRecord record, String document, Format format) {
        return PORT.bean(Prints.class).print(document, record.id(), format, "http://localhost/verify", world.user());
    }

    private static Map<String, String> cells(byte[] file) throws IOException {
        var cells = new LinkedHashMap<String, String>();
        try (var book = new HSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(1);
            book.getSheetAt(0)
                    .forEach(row ->
                            row.forEach(cell -> assertThat(cell.getCellType()).isEqualTo(CellType.STRING)));
            book.getSheetAt(0)
                    .forEach(row -> cells.put(
                            row.getCell(0).getStringCellValue(), row.getCell(1).getStringCellValue()));
        }
        return cells;
    }

    private static byte[] without(byte[] file, String... labels) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook(new ByteArrayInputStream(file))) {
            var emptied = new ArrayList<String>();
            book.getSheetAt(0).forEach(row -> {
                if (Arrays.asList(labels).contains(row.getCell(0).getStringCellValue())) {
                    row.getCell(1).setBlank();
                    emptied.add(row.getCell(0).getStringCellValue());
                }
            });
            assertThat(emptied).hasSize(labels.length);
            book.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static void keep(String name, byte[] file) throws IOException {
        Files.createDirectories(Path.of("target/prints"));
        Files.write(Path.of("target/prints").resolve(name), file);
    }
}
