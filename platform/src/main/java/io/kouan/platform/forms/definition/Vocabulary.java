package io.kouan.platform.forms.definition;

import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecNode;
import java.util.Map;
import java.util.Set;

/** The words that forms may use; any other is a slip in a file. */
record Vocabulary(
        Map<String, OptionList> options,
        Map<String, Validator> validators,
        Map<String, Label> messages,
        Set<String> roles) {

    void options(SpecNode node, String id) {
        if (!options.containsKey(id)) {
            throw new BadSpecification(node.where(), "unknown option list '" + id + "'");
        }
    }

    void validator(SpecNode node, String id) {
        if (!validators.containsKey(id)) {
            throw new BadSpecification(node.where(), "unknown validator '" + id + "'");
        }
    }

    void message(SpecNode node, String id) {
        if (!messages.containsKey(id)) {
            throw new BadSpecification(node.where(), "unknown message '" + id + "'");
        }
    }
}
