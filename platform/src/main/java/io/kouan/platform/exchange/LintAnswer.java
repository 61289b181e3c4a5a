package io.kouan.platform.exchange;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Reading;
import java.util.List;
import java.util.Optional;

/**
 * What the linter says about a message.
 *
 * @param clean whether nothing stands in the way of declaring it; warnings do not
 * @param messageType empty where it could not be read
 * @param findings as everywhere else in the API
 * @param signature absent where the message could not be read
 */
record LintAnswer(
        boolean clean,
        boolean enveloped,
        String messageType,
        String guid,
        int documents,
        @JsonRawValue String findings,
        Optional<SignatureAnswer> signature) {

    static LintAnswer unreadable(boolean enveloped, String root, List<Finding> findings) {
        return new LintAnswer(false, enveloped, root, "", 0, FindingsJson.write(findings), Optional.empty());
    }

    static LintAnswer read(boolean enveloped, Reading.Read read, List<Finding> findings, SignatureAnswer signature) {
        var message = read.message();
        return new LintAnswer(
                findings.stream().noneMatch(Finding::isError),
                enveloped,
                message.type().id(),
                message.guid(),
                message.documents().size(),
                FindingsJson.write(findings),
                Optional.of(signature));
    }
}
