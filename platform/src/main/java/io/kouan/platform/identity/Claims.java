package io.kouan.platform.identity;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.CustomsCodeClaims;
import io.kouan.platform.accounts.CustomsCodeClaims.Claim;
import io.kouan.platform.accounts.CustomsCodeJudged;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.files.Upload;
import io.kouan.platform.files.Uploads;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customs code that an enterprise says it has (海关十位编码登记, handbook S2): taken at once, unverified; a legal-person card or an
 * officer confirms it, and one that does not hold is taken away again.
 */
@Component
class Claims {

    private static final Set<String> PROOFS = Set.of("pdf", "png", "jpg");
    private static final int MOST_MEGABYTES = 10;

    private final EnterpriseProfiles enterprises;
    private final CustomsCodeClaims claims;
    private final Uploads uploads;
    private final AccountAudit audit;
    private final ApplicationEventPublisher events;

    Claims(
            EnterpriseProfiles enterprises,
            CustomsCodeClaims claims,
            Uploads uploads,
            AccountAudit audit,
            ApplicationEventPublisher events) {
        this.enterprises = enterprises;
        this.claims = claims;
        this.uploads = uploads;
        this.audit = audit;
        this.events = events;
    }

    /** CUSTOMS_CODE_UNIQUE, and that a confirmed code stays. */
    List<Fault> refusals(Answers answers, long enterprise) {
        if (enterprises.of(enterprise).codeVerified()) {
            return List.of(Fault.at("customs_code", "ERR_FORBIDDEN"));
        }
        boolean taken = enterprises
                .holderOf(answers.text("customs_code"))
                .filter(holder -> holder != enterprise)
                .isPresent();
        return taken ? List.of(Fault.at("customs_code", "ERR_CUSTOMS_CODE_TAKEN")) : List.of();
    }

    /** Takes the scan of the proof in. */
    Upload proof(InputStream in, String name, Actor actor) throws IOException {
        return uploads.take(in, name, PROOFS, MOST_MEGABYTES, actor.login());
    }

    /** Enters the code. */
    @Transactional
    public void enter(String code, Optional<UUID> proof, long enterprise, Actor actor) {
        enterprises.enterCustomsCode(enterprise, code);
        claims.prove(enterprise, proof);
        audit.claimed(actor, code);
    }

    /**
     * What an officer found (核验通过, 核验不通过); false where the claim is not the one that was looked at any more.
     *
     * @param code as the officer saw it
     */
    @Transactional
    public boolean judge(long enterprise, String code, boolean passed, String reason, Actor officer) {
        var open = claims.of(enterprise)
                .filter(claim -> claim.verifiedAt().isEmpty())
                .map(Claim::customsCode)
                .filter(code::equals);
        if (open.isEmpty()) {
            return false;
        }
        if (passed) {
            enterprises.verifyCustomsCode(enterprise, officer.login());
        } else {
            enterprises.removeCustomsCode(enterprise);
        }
        claims.note(enterprise, code, passed, reason, officer.login());
        audit.judged(officer, code, passed, reason);
        events.publishEvent(new CustomsCodeJudged(enterprise, code, passed, reason));
        return true;
    }
}
