package io.kouan.platform.exchange;

import org.springframework.stereotype.Component;

/**
 * The two bells of this node: one rings when the journal has grown, one when receipts are out. They only save waiting: whoever
 * listens also looks from time to time, as another node may have been at work.
 */
@Component
public class Bells {

    private final Bell journal = new Bell();
    private final Bell receipts = new Bell();

    public Bell journal() {
        return journal;
    }

    public Bell receipts() {
        return receipts;
    }
}
