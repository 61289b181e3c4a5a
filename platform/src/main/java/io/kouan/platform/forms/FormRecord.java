package io.kouan.platform.forms;

import io.kouan.platform.forms.check.Answers;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A filled-in form (业务记录).
 *
 * @param formVersion version of the form it was filled with
 * @param number business number, once it has one
 * @param version grows with every change
 * @param answers as they stand now
 * @param submitted as they were handed in last
 * @param remembered groups of questions that were left complete
 * @param claimedBy officer who works on it
 */
public record FormRecord(
        long id,
        String form,
        int formVersion,
        Optional<String> number,
        OptionalLong enterprise,
        String state,
        int version,
        Answers answers,
        Optional<Answers> submitted,
        Set<String> remembered,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        Optional<String> submittedBy,
        Optional<Instant> submittedAt,
        Optional<String> claimedBy) {

    public FormRecord {
        remembered = Set.copyOf(remembered);
    }
}
