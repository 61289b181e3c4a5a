package io.kouan.platform.documents;

import io.kouan.ceb.port.PortProfile;
import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.FormDefinition.Button;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All documents. One is added by adding its file; a form without one of its own is printed group by group. */
final class DocumentCatalogue {

    /** Id under which a form is printed that has no document of its own. */
    static final String PLAIN = "FORM";

    private final Map<String, DocumentDefinition> documents = new LinkedHashMap<>();
    private final FormCatalogue forms;

    private DocumentCatalogue(FormCatalogue forms) {
        this.forms = forms;
    }

    /** Reads everything; whatever is wrong in a file is told with its place, and nothing starts. */
    static DocumentCatalogue read(FormCatalogue forms) {
        var catalogue = new DocumentCatalogue(forms);
        for (String name : names()) {
            var file =
                    new SpecFile("documents/" + name).yaml(PortProfile.current().words()::in);
            var document = new DocumentFile(file, forms).read();
            if (!name.equals(document.id() + ".yaml")) {
                throw new BadSpecification(file.where(), "the id '" + document.id() + "' is not the file's name");
            }
            catalogue.documents.put(document.id(), document);
        }
        return catalogue;
    }

    private static List<String> names() {
        try {
            var found = new PathMatchingResourcePatternResolver(DocumentCatalogue.class.getClassLoader())
                    .getResources("classpath*:kouan/documents/*.yaml");
            return Arrays.stream(found)
                    .map(Resource::getFilename)
                    .flatMap(name -> Optional.ofNullable(name).stream())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document of an id, as it is printed from records of a form. */
    Optional<DocumentDefinition> find(String id, String form) {
        return from(form).stream().filter(document -> document.id().equals(id)).findFirst();
    }

    /** What can be printed from records of a form. */
    List<DocumentDefinition> from(String form) {
        var own = documents.values().stream()
                .filter(document -> document.source(form).isPresent())
                .toList();
        return own.isEmpty()
                ? forms.find(form).flatMap(DocumentCatalogue::plain).stream().toList()
                : own;
    }

    /** A form with a button that prints, and with no file that says how: every group in turn, then signature and seal. */
    private static Optional<DocumentDefinition> plain(FormDefinition form) {
        return form.buttons().stream()
                .filter(button -> button.key().equals("print"))
                .findFirst()
                .map(button -> plain(form, button));
    }

    private static DocumentDefinition plain(FormDefinition form, Button button) {
        var parts = new ArrayList<Part.Placed>();
        form.sections().forEach(section -> parts.add(new Part.Placed(new Part.Group(section.key(), false), List.of())));
        parts.add(new Part.Placed(new Part.Signing(List.of("法定代表人签字"), "（公章）"), List.of()));
        return new DocumentDefinition(
                PLAIN,
                form.version(),
                form.title(),
                Optional.empty(),
                form.id(),
                List.of(Format.PDF),
                "ERR_STATE",
                "ERR_FORBIDDEN",
                "",
                Optional.empty(),
                true,
                false,
                Optional.empty(),
                List.of(new DocumentDefinition.Source(form.id(), button.states(), button.key())),
                parts);
    }
}
