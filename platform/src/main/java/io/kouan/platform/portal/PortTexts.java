package io.kouan.platform.portal;

import io.kouan.ceb.port.PortWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The rooms' texts with the port's own names in them. */
final class PortTexts extends ResourceBundleMessageSource {

    private final PortWords words;

    PortTexts(PortWords words) {
        this.words = words;
    }

    @Override
    protected ResourceBundle loadBundle(Reader reader) throws IOException {
        var text = new StringWriter();
        reader.transferTo(text);
        return new PropertyResourceBundle(new StringReader(words.in(text.toString())));
    }

    @Override
    protected ResourceBundle loadBundle(InputStream in) throws IOException {
        return loadBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
