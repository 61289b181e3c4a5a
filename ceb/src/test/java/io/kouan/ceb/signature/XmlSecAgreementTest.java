package io.kouan.ceb.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.GeneratedMessages;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.MessageWriter;
import io.kouan.ceb.message.Reading;
import java.io.ByteArrayOutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Our signatures and those of Apache Santuario, each held against the other: the first generation is standard XMLDSig. */
class XmlSecAgreementTest {

    private static final int SEEDS = 6;

    /** Held, so that the level stays: the other tells every refusal on the console. */
    private static final Logger OTHER = Logger.getLogger("org.apache.xml.security");

    static {
        OTHER.setLevel(Level.OFF);
        Init.init();
    }

    private final MessageReader reader = new MessageReader(Limits.STANDARD);
    private final SignatureVerifier strict = new SignatureVerifier(Strictness.STRICT, CertificateLookup.NONE);

    static Stream<MessageType> declarations() {
        return Catalogue.standard().types().stream().filter(MessageType::isDeclaration);
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void theOtherAcceptsWhatWeSign(MessageType type) throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            var signed =
                    MessageSigner.sign(MessageWriter.write(new GeneratedMessages(seed).message(type)), TestKeys.RSA);

            assertThat(otherAccepts(signed)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void weAcceptWhatTheOtherSigns(MessageType type) throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            var message = new GeneratedMessages(seed).message(type);
            var signed = otherSigns(MessageWriter.write(message));
            var read = (Reading.Read) reader.read(signed);

            assertThat(read.findings()).isEmpty();
            assertThat(read.message()).isEqualTo(message);
            assertThat(strict.verify(read)).isInstanceOf(Verdict.Valid.class);
        }
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void bothRefuseWhatWasChanged(MessageType type) throws Exception {
        var signed = MessageSigner.sign(MessageWriter.write(new GeneratedMessages(1).message(type)), TestKeys.RSA);
        var changed = Bytes.utf8(signed.utf8().replace(" version=\"1.0\">", " version=\"1.1\">"));

        assertThat(otherAccepts(changed)).isFalse();
        assertThat(strict.verify((Reading.Read) reader.read(changed))).isInstanceOf(Verdict.Invalid.class);
    }

    private static boolean otherAccepts(Bytes signed) throws Exception {
        var document = parse(signed);
        var element = (Element) document.getElementsByTagNameNS(Catalogue.DS_NAMESPACE, "Signature")
                .item(0);
        return new XMLSignature(element, "", false).checkSignatureValue(TestKeys.RSA.certificate());
    }

    private static Bytes otherSigns(Bytes unsigned) throws Exception {
        var document = parse(unsigned);
        var signature = new XMLSignature(
                document, "", XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA1, Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS);
        signature.getElement().setPrefix("ds");
        var root = document.getDocumentElement();
        root.insertBefore(signature.getElement(), extension(root));
        var transforms = new Transforms(document);
        transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
        signature.addDocument("", transforms, "http://www.w3.org/2000/09/xmldsig#sha1");
        signature.addKeyInfo(TestKeys.RSA.certificate());
        signature.sign(TestKeys.RSA.privateKey());
        var out = new ByteArrayOutputStream();
        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS).canonicalizeSubtree(document, out);
        return Bytes.of(out.toByteArray());
    }

    /** On export the signature stands before ExtendMessage; on import ExtendMessage stands before the signature. */
    private static Node extension(Element root) {
        var type = Catalogue.standard().findByRoot(root.getLocalName()).orElseThrow();
        return type.signature() == MessageType.SignaturePlace.BEFORE_EXTENSION
                ? root.getElementsByTagNameNS(Catalogue.CEB_NAMESPACE, "ExtendMessage")
                        .item(0)
                : null;
    }

    private static Document parse(Bytes bytes) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(bytes.stream());
    }
}
