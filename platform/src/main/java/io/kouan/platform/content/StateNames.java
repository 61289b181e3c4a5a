package io.kouan.platform.content;

import io.kouan.platform.forms.check.Fault;
import java.util.List;
import java.util.Map;

/** What states are called where a message of the forms names one. */
final class StateNames {

    private StateNames() {}

    /** The faults with the state's name in {@code ERR_STATE}. */
    static List<Fault> filled(List<Fault> faults, ContentState state) {
        boolean zh = Tongue.now() == io.kouan.ceb.finding.Language.ZH;
        var name = switch (state) {
            case DRAFT -> zh ? "草稿" : "draft";
            case IN_REVIEW -> zh ? "待发布审核" : "awaiting review";
            case PUBLISHED -> zh ? "已发布" : "published";
            case WITHDRAWN -> zh ? "已撤回" : "withdrawn";
        };
        return faults.stream()
                .map(fault -> fault.message().equals("ERR_STATE")
                        ? Fault.at(fault.place(), fault.message(), Map.of("state", name))
                        : fault)
                .toList();
    }
}
