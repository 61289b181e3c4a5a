package io.kouan.platform.forms;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.forms.definition.FormDefinition;
import java.util.Optional;

/** Keeps an officer from deciding for reasons beyond the roles (roles.md section 4); each room contributes those it knows. */
public interface DecisionBar {

    /** The message of what keeps the officer from deciding about the record; empty where nothing does. */
    Optional<String> refusal(FormDefinition form, FormRecord record, Actor officer);
}
