package io.kouan.platform.transmission;

import io.kouan.platform.accounts.Scope;
import io.kouan.platform.forms.ProfileSource;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Fills the DXP ID into forms that ask for it. */
@Component
class DxpIdInForms implements ProfileSource {

    private final DxpIds dxpIds;

    DxpIdInForms(DxpIds dxpIds) {
        this.dxpIds = dxpIds;
    }

    @Override
    public Map<String, String> of(long enterprise) {
        return dxpIds.in(new Scope.OfEnterprise(enterprise)).stream()
                .findFirst()
                .map(dxpId -> Map.of("dxp_id", dxpId))
                .orElse(Map.of());
    }
}
