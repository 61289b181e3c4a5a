package io.kouan.ceb.port;

import io.kouan.ceb.port.PortProfile.Contact;
import io.kouan.ceb.port.PortProfile.CustomsOffice;
import io.kouan.ceb.port.PortProfile.Deadline;
import io.kouan.ceb.port.PortProfile.FieldAddition;
import io.kouan.ceb.port.PortProfile.InspectionOffice;
import io.kouan.ceb.port.PortProfile.Named;
import io.kouan.ceb.port.PortProfile.Names;
import io.kouan.ceb.port.PortProfile.Phone;
import io.kouan.ceb.port.PortProfile.Step;
import io.kouan.ceb.port.PortProfile.Subject;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.time.ZoneId;
import java.util.Set;

/** Reads {@code ports/<id>.yaml} strictly. */
final class PortProfileFile {

    private PortProfileFile() {}

    static PortProfile read(String id) {
        var node = new SpecFile("ports/" + id + ".yaml")
                .yaml()
                .only(Set.of(
                        "id",
                        "zh",
                        "en",
                        "handbook",
                        "site",
                        "time_zone",
                        "customs_area",
                        "districts",
                        "customs_offices",
                        "inspection_offices",
                        "contacts",
                        "deadlines",
                        "main_ports",
                        "field_additions",
                        "words"));
        return new PortProfile(
                node.text("id"),
                names(node.at("zh")),
                names(node.at("en")),
                node.text("handbook"),
                node.text("site"),
                ZoneId.of(node.text("time_zone")),
                node.text("customs_area"),
                node.at("districts").list().stream().map(PortProfileFile::named).toList(),
                node.at("customs_offices").list().stream()
                        .map(PortProfileFile::customsOffice)
                        .toList(),
                node.at("inspection_offices").list().stream()
                        .map(PortProfileFile::inspectionOffice)
                        .toList(),
                node.at("contacts").list().stream()
                        .map(PortProfileFile::contact)
                        .toList(),
                node.at("deadlines").list().stream()
                        .map(PortProfileFile::deadline)
                        .toList(),
                node.at("main_ports").list().stream()
                        .map(PortProfileFile::named)
                        .toList(),
                node.list("field_additions").stream()
                        .map(PortProfileFile::addition)
                        .toList(),
                PortVocabulary.of(node));
    }

    private static Named named(SpecNode node) {
        node.only(Set.of("code", "zh", "en"));
        return new Named(node.text("code"), node.text("zh"), node.text("en"));
    }

    private static FieldAddition addition(SpecNode node) {
        node.only(Set.of("form", "section", "field"));
        return new FieldAddition(node.text("form"), node.text("section"), node.at("field"));
    }

    private static Names names(SpecNode node) {
        node.only(Set.of("name", "window", "system", "operator", "account"));
        return new Names(
                node.text("name"),
                node.text("window"),
                node.text("system"),
                node.text("operator"),
                node.text("account"));
    }

    private static CustomsOffice customsOffice(SpecNode node) {
        node.only(Set.of("code", "zh", "en", "inspection", "written_application"));
        return new CustomsOffice(
                node.text("code"),
                node.text("zh"),
                node.text("en"),
                node.text("inspection"),
                node.findText("written_application").filter("true"::equals).isPresent());
    }

    private static InspectionOffice inspectionOffice(SpecNode node) {
        node.only(Set.of("code", "zh", "en"));
        return new InspectionOffice(node.text("code"), node.text("zh"), node.text("en"));
    }

    private static Contact contact(SpecNode node) {
        node.only(Set.of("key", "phone", "phone_en", "zh", "en", "forms"));
        return new Contact(
                Subject.valueOf(node.text("key")),
                node.findText("phone")
                        .map(phone -> new Phone(phone, node.findText("phone_en").orElse(phone)))
                        .orElse(Phone.NONE),
                node.text("zh"),
                node.text("en"),
                node.list("forms").stream().map(SpecNode::text).toList());
    }

    private static Deadline deadline(SpecNode node) {
        node.only(Set.of("key", "working_days", "zh", "en"));
        return new Deadline(
                Step.valueOf(node.text("key")), node.at("working_days").number(), node.text("zh"), node.text("en"));
    }
}
