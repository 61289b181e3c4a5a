package io.kouan.client.road;

/** Who walks the road. */
public enum Traveller {
    /** an enterprise that has nothing yet, and in the end declares imports (9610) */
    NEWCOMER,
    /** an agent enterprise (代理企业) that has its customs code already, and in the end declares bonded exports (1210) */
    AGENT
}
