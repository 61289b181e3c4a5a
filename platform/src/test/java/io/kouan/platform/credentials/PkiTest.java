package io.kouan.platform.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.certificate.Certificates;
import io.kouan.ceb.certificate.Sm2;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.Suite;
import io.kouan.platform.TestPort;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the world can ask about certificates: roots, lists, single answers. */
class PkiTest {

    private static final TestPort PORT = TestPort.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final CardWorld world = new CardWorld(PORT);
    private final CardSteps steps = PORT.bean(CardSteps.class);

    @ParameterizedTest
    @EnumSource
    void aLostCardStandsOnTheListAndACardThatIsFoundNoLonger(Suite suite) throws Exception {
        var card = world.issued(CardKind.OPERATOR, CardWorld.OPERATOR, suite == Suite.SM2_SM3);
        var x509 = card.key().certificate();
        assertThat(isListed(suite, x509.getSerialNumber())).isFalse();

        CardWorld.done(steps.lose(card.card().id(), world.admin()));
        assertThat(isListed(suite, x509.getSerialNumber())).isTrue();
        CardWorld.done(steps.found(card.card().id(), CardWorld.CLERK));
        assertThat(isListed(suite, x509.getSerialNumber())).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void singleAnswersComeByPostAndByGetAndAreSignedByTheResponder(Suite suite) throws Exception {
        var card = world.issued(CardKind.OPERATOR, CardWorld.OPERATOR, suite == Suite.SM2_SM3);
        var question = question(suite, card.key().certificate().getSerialNumber());

        assertThat(asked(post(question), suite)).isNull();
        assertThat(asked(get(escaped(question)), suite)).isNull();
        assertThat(asked(get(escaped(question).replace("%2F", "%2f").replace("%3D", "=")), suite))
                .isNull();
        assertThat(asked(get(escaped(question).replace("%2F", "/")), suite)).isNull();
        CardWorld.done(steps.lose(card.card().id(), world.admin()));
        assertThat(asked(post(question), suite)).isInstanceOf(RevokedStatus.class);
        assertThat(new OCSPResp(post("no question".getBytes(StandardCharsets.UTF_8))).getStatus())
                .isEqualTo(1);
    }

    @Test
    void slashesOfAQuestionMayBeWrittenInAnyWay() throws Exception {
        for (byte[] question : List.of(
                Base64.getDecoder().decode("//8/////"), Base64.getDecoder().decode("+/+/"), new byte[] {-1, -1})) {
            assertThat(new OCSPResp(get(escaped(question))).getStatus())
                    .as("a question that is none, which is said by the answer")
                    .isEqualTo(1);
            assertThat(new OCSPResp(get(escaped(question).replace("%2F", "/"))).getStatus())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pki%2Focsp/MEI=",
                "/pki/ocsp%2FMEI=",
                "/pki/ocsp/..%2F..%2Fsignin",
                "/pki/ocsp/%2e%2e%2f%2e%2e%2fsignin",
                "/pki/ocsp/MEI=;a%2Fb",
                "/pki/ocsp/%252Fabc",
                "/pki/..%2Fsignin",
                "/assets%2Fkouan.css",
                "/assets/..%2Fapplication.yaml",
                "/signin%2F",
                "/api/v1/messages%2F",
                "/api/v1%2Freceipts",
                "/%2Fsignin"
            })
    void anywhereElseAnEncodedSlashIsRefused(String path) throws Exception {
        var answer = HTTP.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void aCertificateNamesAddressesThatAnswer(Suite suite) throws Exception {
        var card = world.issued(CardKind.OPERATOR, CardWorld.OPERATOR, suite == Suite.SM2_SM3);
        var addresses = PORT.bean(CardAuthorities.class).addresses(suite);

        var text = new String(card.key().certificate().getEncoded(), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(addresses.revocationList(), addresses.responder());
        var path = URI.create(addresses.revocationList()).getPath();
        assertThat(fetch(HttpRequest.newBuilder(address(path)).build())).isNotEmpty();
        var root = fetch(HttpRequest.newBuilder(address("/pki/" + CardAuthorities.name(suite) + "-root.cer"))
                .build());
        assertThat(Certificates.parse(Bytes.of(root)))
                .contains(PORT.bean(CardAuthorities.class).of(suite).root());
    }

    private static boolean isListed(Suite suite, BigInteger serial) throws Exception {
        var der = fetch(HttpRequest.newBuilder(address("/pki/" + CardAuthorities.name(suite) + ".crl"))
                .build());
        var list = Certificates.revocationList(Bytes.of(der)).orElseThrow();
        list.verify(PORT.bean(CardAuthorities.class).of(suite).root().getPublicKey(), Sm2.provider());
        return list.getRevokedCertificate(serial) != null;
    }

    private static org.bouncycastle.cert.ocsp.@org.jspecify.annotations.Nullable CertificateStatus asked(
            byte[] answer, Suite suite) throws Exception {
        var basic = (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
        var verifiers = new JcaContentVerifierProviderBuilder().setProvider(Sm2.provider());
        var root = PORT.bean(CardAuthorities.class).of(suite).root();
        assertThat(basic.getCerts()[0].isSignatureValid(verifiers.build(root.getPublicKey())))
                .isTrue();
        assertThat(basic.isSignatureValid(verifiers.build(basic.getCerts()[0]))).isTrue();
        return basic.getResponses()[0].getCertStatus();
    }

    private static byte[] question(Suite suite, BigInteger serial) throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder()
                .setProvider(Sm2.provider())
                .build();
        var root = new JcaX509CertificateHolder(
                PORT.bean(CardAuthorities.class).of(suite).root());
        return new OCSPReqBuilder()
                .addRequest(new CertificateID(digests.get(CertificateID.HASH_SHA1), root, serial))
                .build()
                .getEncoded();
    }

    private static byte[] post(byte[] question) throws IOException, InterruptedException {
        return fetch(HttpRequest.newBuilder(address("/pki/ocsp"))
                .header("Content-Type", "application/ocsp-request")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                .build());
    }

    /** RFC 6960, appendix A.1: "{url-encoding of base-64 encoding of the DER encoding of the OCSPRequest}". */
    private static String escaped(byte[] question) {
        return URLEncoder.encode(Base64.getEncoder().encodeToString(question), StandardCharsets.UTF_8);
    }

    private static byte[] get(String question) throws IOException, InterruptedException {
        return fetch(HttpRequest.newBuilder(address("/pki/ocsp/" + question)).build());
    }

    private static URI address(String path) {
        return URI.create("http://localhost:" + PORT.port() + path);
    }

    private static byte[] fetch(HttpRequest request) throws IOException, InterruptedException {
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
