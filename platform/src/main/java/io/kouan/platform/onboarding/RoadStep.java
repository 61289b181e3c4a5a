package io.kouan.platform.onboarding;

import io.kouan.ceb.port.PortProfile;
import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A step of the road (handbook 1.2), as {@code road.yaml} says.
 *
 * @param section of the handbook
 * @param after ids of the steps that come first
 * @param forms whose records tell how far it is
 * @param done states of these forms in which it is done; none: what {@link FormProgress} works out
 * @param page where it is done
 */
record RoadStep(
        String id,
        String section,
        List<String> after,
        List<String> forms,
        Set<String> done,
        String page,
        PortProfile.Subject contact,
        Optional<PortProfile.Step> deadline) {

    private static final Set<String> KEYS =
            Set.of("id", "section", "after", "forms", "done", "page", "contact", "deadline");

    RoadStep {
        after = List.copyOf(after);
        forms = List.copyOf(forms);
        done = Set.copyOf(done);
    }

    /** The road in order; a form, a state or a step that is not there stops the start. */
    static List<RoadStep> road(FormCatalogue catalogue) {
        var seen = new HashSet<String>();
        return new SpecFile("portal/road.yaml")
                .yaml().only(Set.of("steps")).at("steps").list().stream()
                        .map(node -> read(node.only(KEYS), catalogue, seen))
                        .toList();
    }

    private static RoadStep read(SpecNode node, FormCatalogue catalogue, Set<String> seen) {
        var step = new RoadStep(
                node.text("id"),
                node.text("section"),
                texts(node, "after"),
                texts(node, "forms"),
                Set.copyOf(texts(node, "done")),
                node.text("page"),
                PortProfile.Subject.valueOf(node.text("contact")),
                node.findText("deadline").map(PortProfile.Step::valueOf));
        for (String before : step.after()) {
            if (!seen.contains(before)) {
                throw new BadSpecification(node.where(), "the step " + before + " does not come before " + step.id());
            }
        }
        for (String state : step.done()) {
            if (step.forms().stream()
                    .noneMatch(form -> catalogue.form(form).state(state).isPresent())) {
                throw new BadSpecification(node.where(), "no form of the step has the state " + state);
            }
        }
        seen.add(step.id());
        return step;
    }

    private static List<String> texts(SpecNode node, String key) {
        return node.list(key).stream().map(SpecNode::text).toList();
    }
}
