package io.kouan.platform.exchange;

/** A message came through a test channel (联调报文) and was answered. Told inside the transaction that keeps it. */
public record TrialTaken(String dxpId, long enterprise) {}
