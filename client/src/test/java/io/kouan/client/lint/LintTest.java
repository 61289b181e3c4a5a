package io.kouan.client.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.finding.Language;
import io.kouan.client.CommandLineFixture;
import io.kouan.client.SandboxFixture;
import io.kouan.client.terminal.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {

    @TempDir
    Path folder;

    private CommandLineFixture kouan;

    @BeforeEach
    void aCommandLine() {
        kouan = new CommandLineFixture(folder);
    }

    @Test
    void signedSamplesHaveNoErrors() {
        SandboxFixture.write(kouan.home(), "key");
        var samples = folder.resolve("samples").toString();
        kouan.run("client", "sample", "--chains", "3", "--sign", "--out", samples);

        assertThat(kouan.run("client", "lint", samples)).isEqualTo(ExitCode.OK);
        assertThat(kouan.err()).contains("12 messages checked: errors 0");
    }

    @Test
    void saysWhereWhatWhyAndWhatToDoInBothLanguages() {
        kouan.run("client", "sample", "--type", "CEB411");
        var broken = kouan.out().replace(">142</ceb:currency>", ">RMB1</ceb:currency>");
        kouan.piping(broken.getBytes(StandardCharsets.UTF_8));

        assertThat(kouan.run("client", "lint")).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.lines().getFirst()).matches("-:2:[0-9]+ ERROR CEB-[0-9]{4} .*");
        assertThat(kouan.lines()).anyMatch(line -> line.strip().startsWith("→"));
        kouan.run(Language.ZH, "client", "lint");
        assertThat(kouan.out()).containsPattern("[\\u4e00-\\u9fff]");
    }

    @Test
    void looksIntoAnEnvelope() {
        var envelope = new io.kouan.ceb.spec.SpecFile("vectors/dxpmsg-ceb513.xml").text();
        kouan.piping(envelope.getBytes(StandardCharsets.UTF_8));
        kouan.run("client", "lint", "--json");

        assertThat(kouan.lines()).singleElement().asString().doesNotContain("CEB-1", "CEB-6");
        kouan.piping(envelope.replace("<Data>", "<Data>!").getBytes(StandardCharsets.UTF_8));
        assertThat(kouan.run("client", "lint", "--json")).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.out()).contains("CEB-6");
    }

    @Test
    void whatIsNoXmlIsSaidOnce() {
        kouan.piping("this is no message".getBytes(StandardCharsets.UTF_8));

        assertThat(kouan.run("client", "lint", "--json")).isEqualTo(ExitCode.FINDINGS);
        assertThat(kouan.lines()).singleElement().asString().contains("\"severity\":\"ERROR\"");
    }
}
