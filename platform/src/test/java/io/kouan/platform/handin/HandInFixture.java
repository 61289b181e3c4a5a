package io.kouan.platform.handin;

import static io.kouan.platform.TestEnterprise.done;
import static io.kouan.platform.TestEnterprise.officer;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.TestEnterprise;
import io.kouan.platform.TestPort;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.Role;
import io.kouan.platform.documents.Format;
import io.kouan.platform.documents.Printed;
import io.kouan.platform.documents.Prints;
import io.kouan.platform.forms.FormEditing;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.check.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** An enterprise in section two, the window, and what is handed over there, on records in a real database. */
abstract class HandInFixture {

    static final TestPort PORT = TestPort.shared();
    static final String FORM = "unified_access_handin";
    static final Actor CLERK = officer("clerk", Role.CUS_WINDOW_CLERK);
    static final Actor REGISTRAR = officer("registrar", Role.CUS_REG_REVIEWER);

    final FormRecords records = PORT.bean(FormRecords.class);
    final UnifiedAccess access = PORT.bean(UnifiedAccess.class);
    final TestEnterprise company = TestEnterprise.of(PORT);

    FormRecord received() {
        return done(PORT.bean(FormEditing.class).beginAtDesk(FORM, "walk_in", company.id(), CLERK));
    }

    static Answers letter() {
        return new Answers(
                Map.of("directions", "I,E", "contact_name", "陈桥", "contact_mobile", "13800138001"), Map.of());
    }

    /** Everything ticked that has to be. */
    static Map<String, String> complete() {
        var ticks = new HashMap<String, String>();
        for (int row = 0; row < 4; row++) {
            ticks.put("papers." + row + ".seal_ok", "true");
        }
        ticks.put("papers.0.signature_ok", "true");
        ticks.put("papers.2.signature_ok", "true");
        ticks.put("papers.3.original_checked", "true");
        return ticks;
    }

    byte[] print(String document, FormRecord record) {
        var printed = PORT.bean(Prints.class)
                .print(document, record.id(), Format.PDF, "http://localhost/verify", company.legal());
        assertThat(printed).isInstanceOf(Printed.Done.class);
        keep(document + "-" + record.state(), ((Printed.Done) printed).content());
        return ((Printed.Done) printed).content();
    }

    /** Leaves the print in {@code target/prints}, to be looked at. */
    private static void keep(String name, byte[] pdf) {
        try {
            Files.write(Files.createDirectories(Path.of("target/prints")).resolve(name + ".pdf"), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
