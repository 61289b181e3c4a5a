package io.kouan.platform.declaration;

import io.kouan.platform.customs.Status;
import io.kouan.platform.exchange.JournalEntry;
import io.kouan.platform.exchange.OutgoingReceipt;
import io.kouan.platform.exchange.TrialReceipts;
import io.kouan.platform.port.PortTime;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The receipts of the test channels (联调回执): of the right type for each document, saying that nothing was declared. */
@Component
class TrialAnswers implements TrialReceipts {

    private static final String NO_EFFECT = "[联调]报文已接收，不产生业务效力";

    @Override
    public List<OutgoingReceipt> of(JournalEntry message) {
        var numbers = new Numbers(LocalDate.ofInstant(message.receivedAt(), PortTime.ZONE), 0);
        var receipts = new ReceiptBuilder(message.receivedAt());
        Unpacking.message(message).stream()
                .flatMap(read -> Unpacking.documents(message, read, numbers, message.receivedAt()).stream())
                .forEach(held -> receipts.add(new Note(held, Status.DECLARING.code(), NO_EFFECT)));
        return receipts.build();
    }
}
