package io.kouan.platform.portal;

import static io.kouan.platform.portal.SandboxWorld.Kind.INVENTORY;
import static io.kouan.platform.portal.SandboxWorld.Kind.ORDER;
import static io.kouan.platform.portal.SandboxWorld.Kind.PAYMENT;
import static io.kouan.platform.portal.SandboxWorld.Kind.WAYBILL;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Invariant 7: an enterprise sees only its own data. */
class ScopeTest extends PortalTest {

    @Autowired
    private MockMvc browser;

    @Test
    void anEnterpriseSeesItsOwnMessageInFullAndNobodyElses() throws Exception {
        var sent = sandbox().send(sandbox().chain(), ORDER, PAYMENT);
        var idNumber = sent.chain().order().head().text("buyerIdNumber");

        as("merchant", "/messages/" + sent.at(ORDER))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(idNumber)));
        as("merchant", "/messages/" + sent.at(ORDER) + "/body").andExpect(status().isOk());
        as("payment", "/messages/" + sent.at(ORDER)).andExpect(status().isNotFound());
        as("payment", "/messages/" + sent.at(ORDER) + "/body").andExpect(status().isNotFound());
    }

    @Test
    void theOperatorSeesEveryMessageWithoutPersonalDataAndMayNotTakeItAway() throws Exception {
        var sent = sandbox().send(sandbox().chain(), ORDER);
        var head = sent.chain().order().head();

        as("operator", "/messages/" + sent.at(ORDER))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(head.text("orderNo"))))
                .andExpect(content().string(not(containsString(head.text("buyerIdNumber")))))
                .andExpect(content().string(not(containsString(head.text("consigneeAddress")))));
        as("operator", "/messages/" + sent.at(ORDER) + "/body").andExpect(status().isNotFound());
    }

    @Test
    void aSealThatThePortCouldNotOpenIsNotShownAsText() throws Exception {
        long position = sandbox().sendChanged(sandbox().chain().parts().getFirst(), body -> "0\u0082gibberish");

        as("merchant", "/messages/" + position + "?lang=en")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("could not open it")))
                .andExpect(content().string(not(containsString("gibberish"))));
        as("merchant", "/messages/" + position + "/body")
                .andExpect(header().string("Content-Disposition", containsString(".p7m")));
    }

    @Test
    void theListHoldsOnlyTheViewersMessages() throws Exception {
        var sent = sandbox().send(sandbox().chain(), ORDER, PAYMENT);

        as("merchant", "/messages")
                .andExpect(content().string(containsString("/messages/" + sent.at(ORDER) + "\"")))
                .andExpect(content().string(not(containsString("/messages/" + sent.at(PAYMENT) + "\""))));
        as("operator", "/messages")
                .andExpect(content().string(containsString("/messages/" + sent.at(ORDER) + "\"")))
                .andExpect(content().string(containsString("/messages/" + sent.at(PAYMENT) + "\"")));
    }

    @Test
    void searchingAndFilteringDoNotLeadPastTheScope() throws Exception {
        var sent = sandbox().send(sandbox().chain(), ORDER, PAYMENT, WAYBILL, INVENTORY);
        var others = "/messages/" + sent.at(ORDER) + "\"";

        for (String list : new String[] {
            "/messages?q=" + sent.chain().orderNo(),
            "/messages?state=120",
            "/messages?type=CEB311",
            "/dashboard",
            "/dashboard/live"
        }) {
            as("payment", list).andExpect(status().isOk()).andExpect(content().string(not(containsString(others))));
        }
    }

    @Test
    void anOrderShowsItsPartiesEachOthersDocumentsMaskedAndOthersNothing() throws Exception {
        var sent = sandbox().send(sandbox().chain(), ORDER, PAYMENT, WAYBILL, INVENTORY);
        var order = sent.chain().order().head();
        var page = "/orders/" + sent.chain().orderNo();

        as("merchant", page)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(order.text("buyerIdNumber"))));
        as("logistics", page)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(order.text("buyerIdNumber")))))
                .andExpect(content().string(containsString("属于其他企业")));
        as("site", page).andExpect(status().isNotFound());
        as("operator", page)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(order.text("buyerIdNumber")))));
    }

    private ResultActions as(String login, String address) throws Exception {
        return browser.perform(get(address).with(user(login)));
    }
}
