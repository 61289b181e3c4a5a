package io.kouan.platform.portal;

import io.kouan.ceb.envelope.Sealing;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Bytes;
import io.kouan.platform.accounts.EnterpriseNames;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.declaration.DocumentViews;
import io.kouan.platform.exchange.FindingsJson;
import io.kouan.platform.exchange.MessageDetail;
import io.kouan.platform.exchange.MessageViews;
import io.kouan.platform.exchange.ReceiptViews;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One message (报文详情): what came, what was found in it, who signed it, what was answered, what became of its documents. */
@Controller
@Requires(function = "messages")
class MessagePage {

    private final MessageViews messages;
    private final ReceiptViews receipts;
    private final DocumentViews documents;
    private final EnterpriseNames enterprises;
    private final Signatures signatures;

    MessagePage(
            MessageViews messages,
            ReceiptViews receipts,
            DocumentViews documents,
            EnterpriseNames enterprises,
            Signatures signatures) {
        this.messages = messages;
        this.receipts = receipts;
        this.documents = documents;
        this.enterprises = enterprises;
        this.signatures = signatures;
    }

    @GetMapping("/messages/{position:\\d{1,18}}")
    String show(Viewer viewer, @PathVariable long position, @RequestParam(defaultValue = "1") int line, Model page) {
        var language = PageFrame.language();
        var message = find(viewer, position);
        boolean own = viewer.owns(message.summary().enterpriseId());
        var inspection = Inspection.of(message.body());
        var held = documents.ofMessage(position);
        page.addAttribute(
                "message",
                MessageRow.of(
                        message.summary(),
                        documents.states(List.of(position)),
                        enterprises.named(List.of(message.summary().enterpriseId())),
                        language));
        page.addAttribute("unopened", isUnopened(message.body()));
        page.addAttribute("facts", MessageFacts.of(message, inspection));
        page.addAttribute(
                "documents",
                held.stream().map(it -> DocumentRow.of(it, language)).toList());
        page.addAttribute(
                "receipts",
                receipts.answering(position).stream()
                        .map(receipt -> ReceiptView.of(receipt, language))
                        .toList());
        page.addAttribute(
                "signature", signatures.explain(inspection, own, language).orElse(null));
        page.addAttribute(
                "panel", XmlPanel.of(inspection.message(), findings(message, inspection), !own, line, language));
        page.addAttribute("own", own);
        return "message";
    }

    /** The bytes as they came; only for those who sent them. */
    @GetMapping("/messages/{position:\\d{1,18}}/body")
    ResponseEntity<byte[]> body(Viewer viewer, @PathVariable long position) {
        var message = find(viewer, position);
        if (!viewer.owns(message.summary().enterpriseId())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return isUnopened(message.body())
                ? download(message, message.body(), MediaType.APPLICATION_OCTET_STREAM, ".p7m")
                : download(message, message.body(), MediaType.APPLICATION_XML, ".xml");
    }

    /** The seal that it came in, byte for byte; only for those who sent it. */
    @GetMapping("/messages/{position:\\d{1,18}}/sealed")
    ResponseEntity<byte[]> sealed(Viewer viewer, @PathVariable long position) {
        var message = find(viewer, position);
        var sealed = messages.sealed(viewer.scope(), position);
        if (sealed.isEmpty() || !viewer.owns(message.summary().enterpriseId())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return download(message, sealed.get(), MediaType.APPLICATION_OCTET_STREAM, ".p7m");
    }

    private static ResponseEntity<byte[]> download(MessageDetail message, Bytes body, MediaType type, String ending) {
        var name = message.summary().messageType() + "-" + message.summary().position() + ending;
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body.array());
    }

    /** A seal that the port could not open: DER with a length in several bytes, which no text begins with. */
    private static boolean isUnopened(Bytes body) {
        return body.size() > 1 && Sealing.isSealed(body) && body.array()[1] < 0;
    }

    private MessageDetail find(Viewer viewer, long position) {
        return messages.find(viewer.scope(), position)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Finding> findings(MessageDetail message, Inspection inspection) {
        return message.findings().map(FindingsJson::read).orElseGet(inspection::findings);
    }
}
