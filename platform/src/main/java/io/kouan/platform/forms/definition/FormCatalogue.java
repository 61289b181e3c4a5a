package io.kouan.platform.forms.definition;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.port.PortProfile;
import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All forms and what they share. A form is added by adding its file. */
public final class FormCatalogue {

    private final Map<String, FormDefinition> forms = new LinkedHashMap<>();
    private final Map<String, List<Field>> screens = new LinkedHashMap<>();
    private final Map<String, OptionList> options;
    private final Map<String, Validator> validators;
    private final Map<String, Label> messages;
    private final Map<String, Label> roles;

    private final String customsArea;
    private final Map<String, OptionSource> sources;

    private FormCatalogue(PortProfile port, List<OptionSource> sources) {
        this.sources = sources.stream().collect(Collectors.toMap(OptionSource::list, Function.identity()));
        this.customsArea = port.customsArea();
        var shared = new Shared(port);
        this.options = shared.options();
        this.validators = shared.validators();
        this.messages = shared.messages();
        this.roles = shared.roles();
    }

    /** Reads everything; whatever is wrong in a file is told with its place, and nothing starts. */
    public static FormCatalogue read(PortProfile port) {
        return read(port, List.of());
    }

    /**
     * The same, where some option lists are data of the port.
     *
     * @param sources lists that go before those of the files
     */
    public static FormCatalogue read(PortProfile port, List<OptionSource> sources) {
        var catalogue = new FormCatalogue(port, sources);
        var words =
                new Vocabulary(catalogue.options, catalogue.validators, catalogue.messages, catalogue.roles.keySet());
        for (String name : names()) {
            var file = new SpecFile("forms/" + name).yaml(port.words()::in);
            var form = new FormFile(file, words, added(port, name)).read();
            if (!name.equals(form.id() + ".yaml")) {
                throw new BadSpecification(file.where(), "the id '" + form.id() + "' is not the file's name");
            }
            catalogue.forms.put(form.id(), form);
        }
        port.additions().forEach(addition -> {
            if (catalogue.find(addition.form()).isEmpty()) {
                throw new BadSpecification(addition.field().where(), "there is no form '" + addition.form() + "'");
            }
        });
        var screens = new SpecFile("forms/shared/screens.yaml").yaml(port.words()::in);
        screens.at("fields").map().forEach((id, fields) -> catalogue.screens.put(id, screen(fields, words)));
        return catalogue;
    }

    private static List<PortProfile.FieldAddition> added(PortProfile port, String file) {
        return port.additions().stream()
                .filter(addition -> file.equals(addition.form() + ".yaml"))
                .toList();
    }

    private static List<Field> screen(SpecNode fields, Vocabulary words) {
        var keys = Set.copyOf(
                fields.list().stream().map(field -> field.text("key")).toList());
        var reader = new FieldFile(words, keys);
        return fields.list().stream().map(reader::read).toList();
    }

    private static List<String> names() {
        try {
            var found = new PathMatchingResourcePatternResolver(FormCatalogue.class.getClassLoader())
                    .getResources("classpath*:kouan/forms/*.yaml");
            return Arrays.stream(found)
                    .map(Resource::getFilename)
                    .flatMap(name -> Optional.ofNullable(name).stream())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Collection<FormDefinition> forms() {
        return forms.values();
    }

    public Optional<FormDefinition> find(String id) {
        return Optional.ofNullable(forms.get(id));
    }

    /** The form of an id that code names itself. */
    public FormDefinition form(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no form " + id));
    }

    /** The fields of a small screen or panel. */
    public List<Field> screen(String id) {
        return Optional.ofNullable(screens.get(id)).orElseThrow(() -> new IllegalArgumentException("no screen " + id));
    }

    /** A small screen as a form of one group, so that it is asked and checked like one. */
    public FormDefinition screenForm(String id, Label title) {
        return FormDefinition.ofScreen(id, title, screen(id));
    }

    /** The option list of a field that is a choice. */
    public OptionList options(String id) {
        return Optional.ofNullable(sources.get(id))
                .map(OptionSource::read)
                .or(() -> Optional.ofNullable(options.get(id)))
                .orElseThrow(() -> new IllegalArgumentException("no option list " + id));
    }

    public boolean hasOptions(String id) {
        return options.containsKey(id);
    }

    public Validator validator(String id) {
        return Optional.ofNullable(validators.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no validator " + id));
    }

    public Collection<Validator> validators() {
        return validators.values();
    }

    public Optional<Label> findMessage(String id) {
        return Optional.ofNullable(messages.get(id));
    }

    /** The text of a message, with places in braces. */
    public Label message(String id) {
        return findMessage(id).orElseThrow(() -> new IllegalArgumentException("no message " + id));
    }

    /** A value as people read it: names for codes, yes for a tick, stars for a secret. */
    public String shown(Field field, String value, Language language) {
        if (value.isEmpty() || field.isSecret()) {
            return Mask.SECRET.of(value);
        }
        if (field.type() == FieldType.BOOLEAN) {
            return options("yes_no").label("Y").in(language);
        }
        if (!field.type().isChoice()) {
            return value;
        }
        var list = options(field.options());
        var names = Arrays.stream(value.split(",", -1))
                .map(code -> list.label(code).in(language))
                .toList();
        var joined = String.join(language == Language.ZH ? "、" : ", ", names);
        return field.type() == FieldType.LOOKUP ? value + " " + joined : joined;
    }

    /** The name of a role (角色), or its code where it has none. */
    public Label role(String code) {
        return Optional.ofNullable(roles.get(code)).orElseGet(() -> new Label(code, code));
    }

    /** How the customs code of an enterprise at home at this port begins. */
    public String customsArea() {
        return customsArea;
    }

    public Set<String> roles() {
        return Set.copyOf(roles.keySet());
    }
}
