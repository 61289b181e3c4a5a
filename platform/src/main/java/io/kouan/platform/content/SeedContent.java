package io.kouan.platform.content;

import io.kouan.ceb.port.PortProfile;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.files.Upload;
import io.kouan.platform.files.Uploads;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.PortTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the sandbox publishes at its first start (handbook 9.1 and 9.2), from {@code sandbox/content.yaml}. The templates are drawn from
 * the definitions of their forms in the format that their name says; all else says of itself that it is the sandbox's.
 */
@Component
@ConditionalOnProperty(name = "kouan.sandbox", matchIfMissing = true)
class SeedContent implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SeedContent.class);

    private static final String POWER_OF_ATTORNEY = "委托单位（盖章）：\n法定代表人（签字）：\n被委托人（签字）：\n日期：    年    月    日";

    private final Notices notices;
    private final DownloadItems items;
    private final DownloadDesk desk;
    private final Uploads uploads;
    private final FormCatalogue catalogue;
    private final Clock clock;

    SeedContent(
            Notices notices,
            DownloadItems items,
            DownloadDesk desk,
            Uploads uploads,
            FormCatalogue catalogue,
            Clock clock) {
        this.notices = notices;
        this.items = items;
        this.desk = desk;
        this.uploads = uploads;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!notices.all(1).isEmpty() || !items.all(1).isEmpty()) {
            return;
        }
        var seed = new SpecFile("sandbox/content.yaml")
                .yaml(PortProfile.current().words()::in)
                .only(Set.of("notices", "downloads"));
        seed.at("notices").list().forEach(this::notice);
        seed.at("downloads").list().forEach(this::download);
        LOG.info(
                "event=content-seeded notices={} downloads={}",
                seed.at("notices").list().size(),
                seed.at("downloads").list().size());
    }

    private void notice(SpecNode node) {
        node.only(Set.of("time", "title", "body"));
        var text = new NoticeText(node.text("title"), node.text("body"), false, node.text("time"));
        var added = notices.add(
                text, text.moment().orElseThrow(), List.of(Actor.program().login()), ContentState.PUBLISHED);
        notices.remember(
                added, "publish", Actor.program().login(), Actor.program().name());
    }

    private void download(SpecNode node) {
        node.only(Set.of("tab", "category", "no", "name", "version", "form", "lines"));
        var name = node.text("name");
        var typed = new DownloadDesk.Typed(
                node.text("tab"), node.text("category"), node.text("no"), name, node.text("version"));
        var ending = name.substring(name.lastIndexOf('.') + 1);
        try {
            switch (uploads.take(
                    new ByteArrayInputStream(content(node, name, ending)), name, List.of(ending), 20, "system")) {
                case Upload.Refused(var message, var _) ->
                    throw new IllegalStateException(name + " is refused: " + message);
                case Upload.Taken(var file) -> desk.enter(typed, file, Actor.program(), ContentState.PUBLISHED);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] content(SpecNode node, String name, String ending) {
        var lines = node.list("lines").stream().map(SpecNode::text).toList();
        var text = (name + "\n\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return switch (ending) {
            case "xls" -> ExcelFile.of(paper(node));
            case "doc" -> WordFile.of(paper(node));
            case "docx" -> WordXmlFile.of(paper(node), String.join("\n", lines), POWER_OF_ATTORNEY);
            case "pdf" -> PlainPdf.of(name.substring(0, name.lastIndexOf('.')), lines);
            case "rar" -> StoredRar.of("README.txt", text);
            case "zip" -> zip("README.txt", text);
            default -> throw new IllegalStateException("nobody knows how to make " + name);
        };
    }

    private Paper paper(SpecNode node) {
        var today = LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
        return Paper.of(
                catalogue.form(node.text("form")),
                list -> catalogue.options(list).on(today).stream()
                        .map(option -> option.label().zh())
                        .toList());
    }

    private static byte[] zip(String name, byte[] content) {
        try (var out = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
