package io.kouan.bench.load;

import io.kouan.ceb.message.Bytes;
import java.util.List;

/**
 * One signed message, ready to go.
 *
 * @param sender index of the channel
 * @param chains numbers of the chains whose documents are in it
 * @param opensGroup whether it is the first of the four messages of these chains
 */
record Shot(int sender, Bytes body, List<Long> chains, boolean opensGroup) {

    Shot {
        chains = List.copyOf(chains);
    }
}
