package io.kouan.platform.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.definition.AttachmentSlot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the matter 跨境电商珠海本地备案 makes of a ticket. */
class LocalFilingTicketTest {

    private final DeskWorld world = new DeskWorld();

    @Test
    void h087theMatterPresetsTheTicketAndAsksForFourFiles() {
        var free = world.begin("FREE");
        assertThat(needed(free)).isEmpty();

        var ticket = world.fill(free, Map.of("template", "LOCAL_FILING"));

        var text = "珠海星海跨境电商有限公司 申请开通跨境电商珠海本地备案";
        assertThat(ticket.answers().fields())
                .containsEntry("category", "CBEC")
                .containsEntry("kind", "SERVICE")
                .containsEntry("title", text)
                .containsEntry("description", text);
        assertThat(needed(ticket)).containsExactly("kjds_002", "kjds_001", "kjds_003", "agent_id_scan");
    }

    private List<String> needed(FormRecord ticket) {
        return world.forms.form(ticket).attachments().stream()
                .filter(slot -> world.forms.isNeeded(slot, ticket, world.user))
                .map(AttachmentSlot::key)
                .toList();
    }
}
