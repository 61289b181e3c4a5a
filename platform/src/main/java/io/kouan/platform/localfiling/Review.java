package io.kouan.platform.localfiling;

import java.util.Map;
import java.util.Set;

/**
 * What an agent has found in the materials (本地备案材料审核).
 *
 * @param ticks keys of what was seen to be right; the seals of the ID scan page by page
 * @param keyed identity fields typed from the scans, where the forms were not filled in online
 * @param refused whether the case ends without a filing (不予办理)
 */
record Review(Set<String> ticks, Map<String, String> keyed, boolean refused) {

    static final Review NONE = new Review(Set.of(), Map.of(), false);

    Review {
        ticks = Set.copyOf(ticks);
        keyed = Map.copyOf(keyed);
    }

    /** Shows nothing personal. */
    @Override
    public String toString() {
        return "Review[" + ticks + "]";
    }
}
