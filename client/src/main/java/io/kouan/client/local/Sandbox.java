package io.kouan.client.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The invented enterprises and people of the sandbox, as the server wrote them down at its first start. */
public record Sandbox(
        String baseUrl,
        List<Enterprise> enterprises,
        List<Person> people,
        @Nullable List<DemoCard> cards) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Sandbox {
        enterprises = List.copyOf(enterprises);
        people = List.copyOf(people);
        // a sandbox that was filled before there were cards has none
        cards = cards == null ? List.of() : List.copyOf(cards);
    }

    /**
     * A card in a file, for the signing agent.
     *
     * @param kind LEGAL or OPERATOR
     * @param enterprise customs code
     * @param file PKCS#12 file, relative to the folder of the sandbox
     */
    public record DemoCard(String number, String kind, String holder, String enterprise, String file, String pin) {

        /** Shows neither holder nor PIN. */
        @Override
        public String toString() {
            return number;
        }
    }

    /** The PIN of the card in this file. */
    public Optional<String> pinOf(String file) {
        return Optional.ofNullable(cards).orElse(List.of()).stream()
                .filter(card -> card.file().equals(file))
                .map(DemoCard::pin)
                .findFirst();
    }

    /**
     * An enterprise (企业) with its channel and its key.
     *
     * @param roles PLATFORM, MERCHANT, PAYMENT, LOGISTICS, AGENT, WAREHOUSE …
     * @param keyStore PKCS#12 file, relative to the folder of the sandbox
     */
    public record Enterprise(
            String customsCode,
            String creditCode,
            String nameZh,
            String nameEn,
            List<String> roles,
            String dxpId,
            String apiKey,
            String suite,
            String keyStore,
            String pin) {

        public Enterprise {
            roles = List.copyOf(roles);
        }

        /** Says who it is and nothing secret. */
        @Override
        public String toString() {
            return customsCode + " " + nameZh;
        }
    }

    /**
     * Somebody who can sign in to the pages.
     *
     * @param office code of the office at which a reviewer sits, else empty
     */
    public record Person(String login, String password, String role, String enterprise, String office) {

        public Person {
            // a sandbox that an older version has drawn says nothing of offices
            office = Objects.requireNonNullElse(office, "");
        }

        @Override
        public String toString() {
            return login;
        }
    }

    /** Empty while the sandbox has not been set up. */
    public static Optional<Sandbox> of(Home home) {
        return read(home.sandboxFile());
    }

    static Optional<Sandbox> read(Path file) {
        return Files.isRegularFile(file) ? Optional.of(JSON.readValue(file.toFile(), Sandbox.class)) : Optional.empty();
    }

    /** The enterprise with this customs code, or the first one with this role. */
    public Optional<Enterprise> enterprise(String codeOrRole) {
        var role = codeOrRole.toUpperCase(Locale.ROOT);
        return enterprises.stream()
                .filter(one -> one.customsCode().equals(codeOrRole))
                .findFirst()
                .or(() -> enterprises.stream()
                        .filter(one -> one.roles().contains(role))
                        .findFirst());
    }
}
