package io.kouan.platform.documents;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.forms.FormEvent;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.Forms;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.FormDefinition.Button;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.port.Switches;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints documents from records: checks, puts together, writes down, registers and audits. */
@Service
public class Prints {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(PortTime.ZONE);

    private final DocumentCatalogue documents;
    private final FormCatalogue catalogue;
    private final Forms forms;
    private final FormRecords records;
    private final Manuscripts manuscripts;
    private final List<DocumentWords> words;
    private final PrintedDocuments register;
    private final EnterpriseProfiles profiles;
    private final Switches switches;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Prints(
            DocumentCatalogue documents,
            FormCatalogue catalogue,
            Forms forms,
            FormRecords records,
            Manuscripts manuscripts,
            List<DocumentWords> words,
            PrintedDocuments register,
            EnterpriseProfiles profiles,
            Switches switches,
            AuditLog audit,
            Clock clock) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.forms = forms;
        this.records = records;
        this.manuscripts = manuscripts;
        this.words = List.copyOf(words);
        this.register = register;
        this.profiles = profiles;
        this.switches = switches;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What can be printed from a record.
     *
     * @param title in both languages
     * @param ready whether the record is so far
     */
    public record Offer(String document, Label title, List<Format> formats, boolean ready) {
        public Offer {
            formats = List.copyOf(formats);
        }
    }

    /** The documents that somebody may print from a record, now or later. */
    public List<Offer> offers(FormRecord record, Actor actor) {
        return documents.from(record.form()).stream()
                .filter(document -> mayPrint(document, record, actor))
                .map(document ->
                        new Offer(document.id(), title(document), document.formats(), isReady(document, record)))
                .toList();
    }

    /** The title as it is today: what customs calls its form has changed before (handbook 3, DOC-01). */
    private Label title(DocumentDefinition document) {
        return document.titled()
                .map(which -> new Label(switches.text(which), document.title().en()))
                .orElse(document.title());
    }

    private boolean mayPrint(DocumentDefinition document, FormRecord record, Actor actor) {
        var source = document.source(record.form()).orElseThrow();
        var buttons = catalogue.form(record.form()).buttons().stream()
                .filter(button -> button.key().equals(source.button()))
                .toList();
        var by = buttons.stream().flatMap(button -> button.by().stream()).toList();
        return buttons.stream().allMatch(button -> isAsked(button, record, actor))
                && PrintRight.holds(actor, record, by, catalogue.form(document.form()));
    }

    /** Whether the document is there at all for such a record, for example the letter that only one office wants. */
    private boolean isAsked(Button button, FormRecord record, Actor actor) {
        return button.when()
                .map(when -> {
                    var facts = forms.around(record, actor).facts();
                    return when.holds(record.answers()::text, fact -> facts.getOrDefault(fact, ""));
                })
                .orElse(true);
    }

    private static boolean isReady(DocumentDefinition document, FormRecord record) {
        var states = document.source(record.form()).orElseThrow().states();
        return states.isEmpty() || states.contains(record.state());
    }

    /**
     * Prints a document from a record.
     *
     * @param verification address of the page that verifies prints, which the check code is added to
     */
    @Transactional
    public Printed print(String id, long recordId, Format format, String verification, Actor actor) {
        var record =
                forms.find(recordId, actor).filter(known -> known.enterprise().isPresent());
        var document = record.flatMap(known -> documents.find(id, known.form()))
                .filter(known -> known.formats().contains(format));
        if (record.isEmpty() || document.isEmpty() || !mayPrint(document.get(), record.get(), actor)) {
            return new Printed.Refused(Fault.at("", "ERR_FORBIDDEN"));
        }
        return refusal(document.get(), record.get())
                .<Printed>map(Printed.Refused::new)
                .orElseGet(() -> manuscripts
                        .of(document.get(), record.get())
                        .map(text -> print(document.get(), record.get(), text, format, verification, actor))
                        .orElseGet(() ->
                                new Printed.Refused(Fault.at("", document.get().none()))));
    }

    private Optional<Fault> refusal(DocumentDefinition document, FormRecord record) {
        if (isReady(document, record)) {
            return Optional.empty();
        }
        var state = forms.form(record).state(record.state()).orElseThrow().label();
        return Optional.of(Fault.at("", document.early(), Map.of("state", state.zh(), "state.en", state.en())));
    }

    private Printed print(
            DocumentDefinition document,
            FormRecord record,
            Manuscript manuscript,
            Format format,
            String verification,
            Actor actor) {
        var form = catalogue.form(document.form());
        var code = CheckCode.draw(random).value();
        var now = clock.instant();
        boolean draft = document.mayBeDraft() && manuscript.draft();
        var composer = new Composer(
                catalogue,
                form,
                manuscript.answers(),
                forms.around(record, actor),
                words(record, manuscript, form),
                forms.showsWhole(record, actor),
                document.starred());
        var sheet = new Sheet(
                title(document).zh(),
                document.version(),
                manuscript.number(),
                code,
                verification + "?code=" + code,
                now,
                draft,
                composer.blocks(document, manuscript.state()));
        byte[] content = switch (format) {
            case PDF -> PdfWriter.write(sheet);
            case DOCX -> DocxWriter.write(sheet);
            case XLS -> XlsWriter.write(sheet);
        };
        long enterprise = record.enterprise().orElseThrow();
        var print = new PrintedDocument(
                code,
                document.id(),
                sheet.title(),
                format.name(),
                record.id(),
                record.version(),
                manuscript.number(),
                enterprise,
                profiles.of(enterprise).nameZh(),
                draft,
                now,
                actor.login(),
                digest(content));
        register.register(print);
        audit.write(AuditEntry.done(
                        actor.login(), actor.name(), role(actor), "form/" + record.form(), object(record), "print")
                .version(record.version())
                .change(Map.of(), Map.of("document", document.id(), "code", code, "digest", print.digest())));
        return new Printed.Done(
                print, fileName(document, sheet, print.enterpriseName(), format), format.mediaType(), content);
    }

    private Map<String, String> words(FormRecord record, Manuscript manuscript, FormDefinition form) {
        var known = new HashMap<String, String>();
        known.put("number", manuscript.number());
        known.put(
                "state",
                form.state(manuscript.state()).map(state -> state.label().zh()).orElse(""));
        for (FormEvent event : records.history(record.id())) {
            var key = "event." + (event.action().equals("walk_in") ? "receive" : event.action());
            known.put(key + ".time", TIME.format(event.at()));
            known.put(key + ".name", event.name());
            known.put(key + ".reason", event.reason());
        }
        words.stream()
                .filter(source -> source.form().equals(record.form()))
                .forEach(source -> known.putAll(source.words(record)));
        return known;
    }

    private static String role(Actor actor) {
        return actor.roles().stream().map(Enum::name).sorted().findFirst().orElse("");
    }

    private static String object(FormRecord record) {
        return record.number().orElseGet(() -> Long.toString(record.id()));
    }

    private static String fileName(DocumentDefinition document, Sheet sheet, String enterprise, Format format) {
        var prescribed = document.naming().filter(rule -> rule.extensions().contains(format.extension()));
        if (prescribed.isPresent()) {
            return prescribed.get().expected(enterprise);
        }
        var number = sheet.number().isEmpty() ? "" : "_" + sheet.number();
        return sheet.title() + number + "." + format.extension();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
