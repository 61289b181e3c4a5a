package io.kouan.platform.handin;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.documents.PrintedDocument;
import io.kouan.platform.documents.PrintedDocuments;
import io.kouan.platform.documents.Prints;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.RecordPanels;
import io.kouan.platform.forms.definition.FixedRow;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.port.PortTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 准备材料: each paper of the hand-in with its tick, its print button, and where it is signed and sealed. */
@Component
@Order(10)
class PapersPanel implements RecordPanels {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(PortTime.ZONE);
    private static final String CHANGE = "customs_registration_change";

    private final FormCatalogue catalogue;
    private final FormRecords records;
    private final Prints prints;
    private final PrintedDocuments register;

    PapersPanel(FormCatalogue catalogue, FormRecords records, Prints prints, PrintedDocuments register) {
        this.catalogue = catalogue;
        this.records = records;
        this.prints = prints;
        this.register = register;
    }

    /**
     * A paper on the page.
     *
     * @param state own (bring it along), open (not printed yet), printed, or missing (something has to be filed first)
     * @param printed when it was printed last, empty where it was not
     * @param record to print it from
     * @param first message that says what has to come first, and the form it is about
     */
    public record Paper(
            Label label,
            Label hint,
            String state,
            String printed,
            long record,
            String document,
            List<String> formats,
            Optional<Label> first,
            String form) {}

    @Override
    public List<Panel> of(FormRecord record, Actor actor) {
        boolean own = record.enterprise().equals(actor.enterprise());
        if (!record.form().equals(HandIn.FORM) || !own) {
            return List.of();
        }
        if (record.state().equals("SKIPPED")) {
            return List.of(new Panel("handin-skipped", catalogue.message("INFO_SECTION_TWO_SKIPPED")));
        }
        var papers = new ArrayList<Paper>();
        for (FixedRow paper : Papers.of(catalogue.form(HandIn.FORM))) {
            papers.add(paper(paper, record, actor));
        }
        return List.of(new Panel("handin-papers", papers));
    }

    private Paper paper(FixedRow paper, FormRecord record, Actor actor) {
        long enterprise = record.enterprise().orElseThrow();
        var hint = paper.hint().orElse(new Label("", ""));
        if (paper.document().isEmpty()) {
            return new Paper(paper.label(), hint, "own", "", 0, "", List.of(), Optional.empty(), "");
        }
        boolean change = paper.document().equals("DOC-01");
        var source = change ? records.newest(enterprise, CHANGE, Set.of("SUBMITTED", "APPROVED")) : Optional.of(record);
        var offer = source.stream()
                .flatMap(from -> prints.offers(from, actor).stream())
                .filter(it -> it.document().equals(paper.document()) && it.ready())
                .findFirst();
        var printed = register.newest(enterprise, paper.document())
                .map(PrintedDocument::printedAt)
                .map(TIME::format)
                .orElse("");
        var state = offer.isEmpty() ? "missing" : printed.isEmpty() ? "open" : "printed";
        return new Paper(
                paper.label(),
                hint,
                state,
                printed,
                source.map(FormRecord::id).orElse(0L),
                paper.document(),
                offer.map(it -> it.formats().stream().map(Enum::name).toList()).orElse(List.of()),
                first(paper.document(), offer.isEmpty(), record),
                change ? CHANGE : "foreign_trade_operator");
    }

    /** What has to be done first; a paper that is already with customs needs nothing. */
    private Optional<Label> first(String document, boolean missing, FormRecord record) {
        if (!missing || Set.of("RECEIVED", "ACCEPTED", "OPENED", "READY").contains(record.state())) {
            return Optional.empty();
        }
        return switch (document) {
            case "DOC-01" -> Optional.of(catalogue.message("ERR_PRINT_BEFORE_SUBMIT"));
            case "DOC-02" -> Optional.of(catalogue.message("ERR_NO_FTO"));
            default -> Optional.empty();
        };
    }
}
