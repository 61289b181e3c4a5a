package io.kouan.platform.credentials;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets an OCSP question come in the address (RFC 6960, appendix A.1): Base64, whose slashes a client writes as {@code %2F}. The server
 * hands that on, and the firewall refuses it everywhere else as ever: a question is recognised by the characters of Base64 and nothing
 * more, taken out of the address, and the request goes on under an address without it.
 */
@Configuration(proxyBeanMethods = false)
class OcspAddress {

    /** Where the question stands once it is out of the address. */
    static final String QUESTION = "kouan.ocsp";

    private static final String FOLDER = "/pki/ocsp/";
    private static final Pattern BASE64 = Pattern.compile("(?:[A-Za-z0-9+/=]|%2[BbFf]|%3[Dd]){1,4096}");

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> slashesOfQuestions() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    @Bean
    HttpFirewall firewallThatKnowsQuestions() {
        return new StrictHttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                return super.getFirewalledRequest(question(request)
                        .<HttpServletRequest>map(it -> new Asked(request, it))
                        .orElse(request));
            }
        };
    }

    /** The question in the address, where that is one. */
    private static Optional<String> question(HttpServletRequest request) {
        var folder = request.getContextPath() + FOLDER;
        if (!request.getMethod().equals("GET") || !request.getRequestURI().startsWith(folder)) {
            return Optional.empty();
        }
        var text = request.getRequestURI().substring(folder.length());
        return BASE64.matcher(text).matches()
                ? Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** The request as if the question had not been in the address. */
    private static final class Asked extends HttpServletRequestWrapper {

        private static final String PATH = FOLDER + "question";

        Asked(HttpServletRequest request, String question) {
            super(request);
            request.setAttribute(QUESTION, question);
        }

        @Override
        public String getRequestURI() {
            return getContextPath() + PATH;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(getScheme() + "://" + getServerName() + ":" + getServerPort() + getRequestURI());
        }

        @Override
        public String getServletPath() {
            return PATH;
        }

        @Override
        public String getPathInfo() {
            return "";
        }
    }
}
