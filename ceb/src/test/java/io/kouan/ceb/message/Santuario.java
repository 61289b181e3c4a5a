package io.kouan.ceb.message;

import io.kouan.ceb.catalogue.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What the parser of the JDK and Apache Santuario make of a document: the judges of our own reading. */
final class Santuario {

    static {
        Init.init();
    }

    /**
     * @param canonical the root without the signatures directly below it
     * @param signedInfo the first one in such a signature, in its place
     */
    record Document(String namespace, String name, String canonical, Optional<String> signedInfo) {}

    private final DocumentBuilder parser = parser();

    /**
     * Fails with {@link SAXException} or {@link IOException} where the document is not well-formed, and with
     * {@link XMLSecurityException} where it has relative namespace names.
     */
    Document read(Bytes bytes) throws SAXException, IOException, XMLSecurityException {
        var root = parser.parse(new ByteArrayInputStream(bytes.array())).getDocumentElement();
        var signatures = children(root, "Signature");
        var infos = signatures.stream()
                .flatMap(signature -> children(signature, "SignedInfo").stream())
                .toList();
        var signedInfo = infos.isEmpty() ? Optional.<String>empty() : Optional.of(canonical(infos.getFirst()));
        signatures.forEach(root::removeChild);
        return new Document(String.valueOf(root.getNamespaceURI()), root.getLocalName(), canonical(root), signedInfo);
    }

    private static DocumentBuilder parser() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Element> children(Element parent, String name) {
        var children = new ArrayList<Element>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && name.equals(element.getLocalName())
                    && Catalogue.DS_NAMESPACE.equals(element.getNamespaceURI())) {
                children.add(element);
            }
        }
        return children;
    }

    private static String canonical(Node node) throws XMLSecurityException {
        var out = new ByteArrayOutputStream();
        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS).canonicalizeSubtree(node, out);
        return Bytes.of(out.toByteArray()).utf8();
    }
}
