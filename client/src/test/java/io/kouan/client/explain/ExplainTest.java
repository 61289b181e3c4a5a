package io.kouan.client.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Language;
import io.kouan.client.CommandLineFixture;
import io.kouan.client.terminal.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {

    private static final String RECEIPT = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <CEB622Message xmlns="http://www.chinaport.gov.cn/ceb" version="1.0" guid="11111111-1111-1111-1111-111111111111"><InventoryReturn><guid>22222222-2222-2222-2222-222222222222</guid><customsCode>5795</customsCode><ebpCode>4404990001</ebpCode><ebcCode>4404990002</ebcCode><agentCode>4404990005</agentCode><copNo>SBX1</copNo><returnStatus>100</returnStatus><returnTime>20261123180000000</returnTime><returnInfo>[Code:1332;Desc:支付单支付金额与订单支付金额不一致],[OrderHead.acturalPaid:1,PaymentHead.amountPaid 2]</returnInfo></InventoryReturn></CEB622Message>
            """;

    @TempDir
    Path folder;

    private CommandLineFixture kouan;

    @BeforeEach
    void aCommandLine() {
        kouan = new CommandLineFixture(folder);
    }

    @Test
    void explainsAReceiptWithTheCodesInItsTextFirst() {
        kouan.piping(RECEIPT.getBytes(StandardCharsets.UTF_8));

        assertThat(kouan.run("client", "explain")).isEqualTo(ExitCode.OK);
        assertThat(kouan.out()).contains("CEB622", "SBX1", "PaymentHead.amountPaid");
        assertThat(kouan.out().indexOf("  1332 "))
                .isPositive()
                .isLessThan(kouan.out().indexOf("  100 "));
    }

    @Test
    void explainsTheAnswerOfTheNetwork() throws java.io.IOException {
        kouan.piping(
                new io.kouan.ceb.spec.SpecFile("vectors/dxprep-2001.xml").text().getBytes(StandardCharsets.UTF_8));

        assertThat(kouan.run("client", "explain")).isEqualTo(ExitCode.OK);
        assertThat(kouan.out()).contains("DxpRep", "2001 ");
    }

    @Test
    void explainsCodesOfEveryKind() {
        assertThat(kouan.run("client", "explain", "120", "1332", "-621029", "0001", "ceb-5007"))
                .isEqualTo(ExitCode.OK);
        assertThat(kouan.lines()).filteredOn(line -> line.startsWith("  → ")).hasSize(5);
        assertThat(kouan.out()).contains("CEB-5007").doesNotContain("{expected}");
    }

    @Test
    void explainsInChinese() {
        assertThat(kouan.run(Language.ZH, "client", "explain", "800")).isEqualTo(ExitCode.OK);
        assertThat(kouan.out()).contains("放行");
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThat(kouan.run("client", "explain", "424242")).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.err()).contains("424242");
        kouan.piping("<html/>".getBytes(StandardCharsets.UTF_8));
        assertThat(kouan.run("client", "explain", "-")).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void answersScriptsInJson() {
        assertThat(kouan.run("client", "explain", "--json", "1332")).isEqualTo(ExitCode.OK);
        assertThat(kouan.lines()).singleElement().asString().startsWith("{").contains("\"kind\":\"CUSTOMS\"");
    }
}
